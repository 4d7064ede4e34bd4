use regex_lite::Regex;

/// The lines that a browser shows of a page, blanks folded.
pub(crate) fn visible_lines(page: &str) -> Vec<String> {
    // A pattern has no way back to what it matched, so each element has its own.
    let hidden = ["style", "script", "head"].map(|name| format!(r"(?is)<{name}\b.*?</{name}>"));
    let page = hidden.iter().fold(page.to_owned(), |page, pattern| {
        let pattern = Regex::new(pattern).unwrap();
        pattern.replace_all(&page, "").into_owned()
    });
    let block = Regex::new(
        r"(?i)</?(p|div|h\d|tr|table|thead|tbody|pre|li|ul|nav|section|main|header|footer|caption|br)\b[^>]*>",
    );
    let page = block.unwrap().replace_all(&page, "\n");
    let page = Regex::new("<[^>]+>").unwrap().replace_all(&page, "");
    let folded = page.split('\n').map(|line| {
        let words: Vec<String> = line.split_whitespace().map(unescape).collect();
        words.join(" ")
    });
    folded.filter(|line| !line.is_empty()).collect()
}

/// The first of the `wanted` lines that does not follow the ones before it.
pub(crate) fn first_missing<'a>(wanted: &'a [String], shown: &[String]) -> Option<&'a str> {
    let mut rest = shown.iter();
    let mut wanted = wanted.iter().map(String::as_str);
    wanted.find(|line| !rest.any(|shown| shown == line))
}

/// Text with its character references resolved: those by number and the five that HTML pages need.
fn unescape(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        plain.push_str(before);
        match after
            .split_once(';')
            .and_then(|(name, after)| Some((character(name)?, after)))
        {
            Some((found, after)) => {
                plain.push(found);
                rest = after;
            }
            None => {
                plain.push('&');
                rest = after;
            }
        }
    }
    plain + rest
}

fn character(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let number = match number.strip_prefix(['x', 'X']) {
            Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(number);
    }
    Some(match name {
        "lt" => '<',
        "gt" => '>',
        "amp" => '&',
        "quot" => '"',
        "apos" => '\'',
        _ => return None,
    })
}

#[test]
fn what_a_page_hides_is_no_line() {
    let page = "<head><title>x</title></head><header><p>A &lt;b&#62;</p></header>\
        <script>1<2</script><tr><td>a</td><td>b</td></tr><pre>{\n\tc:  <b>d</b>\n}</pre>";
    assert_eq!(visible_lines(page), ["A <b>", "ab", "{", "c: d", "}"]);
    let wanted = ["ab".to_owned(), "}".to_owned(), "{".to_owned()];
    assert_eq!(first_missing(&wanted, &visible_lines(page)), Some("{"));
}
