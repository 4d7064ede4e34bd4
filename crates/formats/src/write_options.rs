use jsv::TextCase;

/// How dates are written in JSON.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum DateHandler {
    /// `\/Date(1577934245000)\/`, with the zone of what is not UTC.
    #[default]
    Timestamp,
    /// The same, always with a zone.
    TimestampWithOffset,
    /// `2020-01-02T03:04:05.0000000Z`.
    Iso8601,
    /// `2020-01-02`.
    Iso8601DateOnly,
    /// `2020-01-02 03:04:05`.
    Iso8601DateTime,
    /// Seconds since 1970, a number.
    UnixTime,
    /// Milliseconds since 1970, a number.
    UnixTimeMilliseconds,
    /// `Thu, 02 Jan 2020 03:04:05 GMT`.
    Rfc1123,
}

/// How a value is written; the default is that of a ServiceStack host.
#[derive(Debug, Clone)]
pub struct WriteOptions {
    /// The case of property names; keys of dictionaries never change.
    pub text_case: TextCase,
    /// Writes members that are null (JSON).
    pub include_nulls: bool,
    /// Writes entries of dictionaries that are null (JSON).
    pub include_null_entries: bool,
    /// Leaves out members that hold the default of a value type.
    pub exclude_defaults: bool,
    /// Leaves out members that hold an enumeration's member for zero, or no flags.
    pub exclude_default_enums: bool,
    /// Writes enumerations by number.
    pub enums_as_integers: bool,
    /// Breaks lines (JSON).
    pub indent: bool,
    /// How dates are written: JSON knows every way, JSV only the numbers.
    pub dates: DateHandler,
    /// Takes dates without a zone for UTC.
    pub assume_utc: bool,
    /// Writes the zone of UTC dates too (JSON).
    pub append_utc_offset: bool,
    /// Writes dates as they are held: midnight with its time, no zone where there is none (JSV).
    pub keep_date_times: bool,
    /// Writes time spans as `01:02:03` (JSON).
    pub standard_time_spans: bool,
}

impl Default for WriteOptions {
    fn default() -> Self {
        Self {
            text_case: TextCase::Camel,
            include_nulls: false,
            include_null_entries: false,
            exclude_defaults: false,
            exclude_default_enums: false,
            enums_as_integers: false,
            indent: false,
            dates: DateHandler::default(),
            assume_utc: false,
            append_utc_offset: false,
            keep_date_times: false,
            standard_time_spans: false,
        }
    }
}

impl WriteOptions {
    /// From `?jsconfig=`: a list of `key` or `key:value`, by full name or initials, in any case.
    /// What is unknown, or concerns only .NET, changes nothing.
    pub fn from_jsconfig(list: &str) -> Self {
        let mut options = Self::default();
        for item in list.split(',') {
            let (key, value) = item.split_once(':').unwrap_or((item, "true"));
            let value = value.trim().to_ascii_lowercase();
            options.set(&key.trim().to_ascii_lowercase(), &value);
        }
        options
    }

    fn set(&mut self, key: &str, value: &str) {
        let is_on = !matches!(value, "false" | "0");
        match key {
            "edv" | "excludedefaultvalues" => self.exclude_defaults = is_on,
            "ide" | "includedefaultenums" => self.exclude_default_enums = !is_on,
            "inv" | "includenullvalues" => self.include_nulls = is_on,
            "invid" | "includenullvaluesindictionaries" => self.include_null_entries = is_on,
            "teai" | "treatenumasinteger" => self.enums_as_integers = is_on,
            "i" | "pp" | "indent" => self.indent = is_on,
            "eccn" | "emitcamelcasenames" if is_on => self.text_case = TextCase::Camel,
            "epcn" | "emitpascalcasenames" if is_on => self.text_case = TextCase::Pascal,
            "elun" | "emitlowercaseunderscorenames" if is_on => self.text_case = TextCase::Snake,
            "tc" | "textcase" => self.text_case = text_case(value).unwrap_or(self.text_case),
            "au" | "assumeutc" => self.assume_utc = is_on,
            "auo" | "appendutcoffset" => self.append_utc_offset = is_on,
            "sdtc" | "skipdatetimeconversion" => self.keep_date_times = is_on,
            "tsh" | "timespanhandler" => match value {
                "sf" | "standardformat" => self.standard_time_spans = true,
                "df" | "durationformat" => self.standard_time_spans = false,
                _ => {}
            },
            "dh" | "datehandler" => self.dates = date_handler(value).unwrap_or(self.dates),
            _ => {}
        }
    }
}

fn text_case(value: &str) -> Option<TextCase> {
    Some(match value {
        "d" | "default" => TextCase::Unchanged,
        "pc" | "pascalcase" => TextCase::Pascal,
        "cc" | "camelcase" => TextCase::Camel,
        "sc" | "snakecase" => TextCase::Snake,
        _ => return None,
    })
}

fn date_handler(value: &str) -> Option<DateHandler> {
    Some(match value {
        "to" | "timestampoffset" => DateHandler::Timestamp,
        "dcjsc" | "dcjscompatible" => DateHandler::TimestampWithOffset,
        "iso8601" => DateHandler::Iso8601,
        "iso8601do" | "iso8601dateonly" => DateHandler::Iso8601DateOnly,
        "iso8601dt" | "iso8601datetime" => DateHandler::Iso8601DateTime,
        "ut" | "unixtime" => DateHandler::UnixTime,
        "rfc1123" => DateHandler::Rfc1123,
        "utm" | "unixtimems" => DateHandler::UnixTimeMilliseconds,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use jsv::TextCase;

    use super::{DateHandler, WriteOptions};

    #[test]
    fn keys_go_by_name_or_initials() {
        let options =
            WriteOptions::from_jsconfig("EDV,inv:false,DateHandler:ISO8601,tc:sc,unknown");
        assert!(options.exclude_defaults && !options.include_nulls);
        assert_eq!(
            (options.dates, options.text_case),
            (DateHandler::Iso8601, TextCase::Snake)
        );
        let spans = WriteOptions::from_jsconfig("tsh:sf,au,AppendUtcOffset:0,dh:RFC1123");
        assert!(spans.standard_time_spans && spans.assume_utc && !spans.append_utc_offset);
        assert_eq!(spans.dates, DateHandler::Rfc1123);
        assert_eq!(
            WriteOptions::from_jsconfig("eccn:false").text_case,
            TextCase::Camel
        );
    }
}
