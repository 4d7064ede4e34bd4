/// Makes a [`Value`](crate::Value) from a literal that looks like JSON. Keys are names, literals
/// or expressions in parentheses; values are whatever [`Value`](crate::Value) can be made from.
///
/// ```
/// let age = 36;
/// let value = jsv::jsv!({
///     name: "Ada",
///     "full name": "Ada Lovelace",
///     age: age,
///     ok: true,
///     tags: ["a,b", 1.5, null, []],
///     nested: { (format!("key{}", 1)): {} },
/// });
/// assert_eq!(
///     value.to_string(),
///     r#"{name:Ada,full name:Ada Lovelace,age:36,ok:True,tags:["a,b",1.5,,[]],nested:{key1:{}}}"#
/// );
/// ```
#[macro_export]
macro_rules! jsv {
    (null) => { $crate::Value::Null };
    ([ $($items:tt)* ]) => { $crate::Value::List($crate::jsv_items!([] $($items)*)) };
    ({ $($entries:tt)* }) => {{
        #[allow(unused_mut, reason = "an empty map is not changed")]
        let mut map = $crate::Map::new();
        $crate::jsv_entries!(map $($entries)*);
        $crate::Value::Map(map)
    }};
    ($value:expr) => { $crate::Value::from($value) };
}

/// The items of a list in [`jsv!`], taken one by one.
#[doc(hidden)]
#[macro_export]
macro_rules! jsv_items {
    ([$($done:expr,)*]) => { ::std::vec![$($done),*] };
    ([$($done:expr,)*] null $(, $($rest:tt)*)?) => {
        $crate::jsv_items!([$($done,)* $crate::jsv!(null),] $($($rest)*)?)
    };
    ([$($done:expr,)*] [$($item:tt)*] $(, $($rest:tt)*)?) => {
        $crate::jsv_items!([$($done,)* $crate::jsv!([$($item)*]),] $($($rest)*)?)
    };
    ([$($done:expr,)*] {$($item:tt)*} $(, $($rest:tt)*)?) => {
        $crate::jsv_items!([$($done,)* $crate::jsv!({$($item)*}),] $($($rest)*)?)
    };
    ([$($done:expr,)*] $item:expr $(, $($rest:tt)*)?) => {
        $crate::jsv_items!([$($done,)* $crate::jsv!($item),] $($($rest)*)?)
    };
}

/// The entries of a map in [`jsv!`], taken one by one.
#[doc(hidden)]
#[macro_export]
macro_rules! jsv_entries {
    ($map:ident) => {};
    ($map:ident $key:tt : null $(, $($rest:tt)*)?) => {
        $map.insert($crate::jsv_key!($key), $crate::jsv!(null));
        $crate::jsv_entries!($map $($($rest)*)?);
    };
    ($map:ident $key:tt : [$($item:tt)*] $(, $($rest:tt)*)?) => {
        $map.insert($crate::jsv_key!($key), $crate::jsv!([$($item)*]));
        $crate::jsv_entries!($map $($($rest)*)?);
    };
    ($map:ident $key:tt : {$($item:tt)*} $(, $($rest:tt)*)?) => {
        $map.insert($crate::jsv_key!($key), $crate::jsv!({$($item)*}));
        $crate::jsv_entries!($map $($($rest)*)?);
    };
    ($map:ident $key:tt : $item:expr $(, $($rest:tt)*)?) => {
        $map.insert($crate::jsv_key!($key), $crate::jsv!($item));
        $crate::jsv_entries!($map $($($rest)*)?);
    };
}

/// A key in [`jsv!`].
#[doc(hidden)]
#[macro_export]
macro_rules! jsv_key {
    ($key:ident) => {
        ::std::stringify!($key)
    };
    ($key:expr) => {
        $key
    };
}
