/// Source text as it grows, line by line, with the current indentation.
#[derive(Debug, Default)]
pub(crate) struct Source {
    text: String,
    depth: usize,
    step: Option<&'static str>,
}

impl Source {
    /// Indents by `step` instead of four blanks.
    pub(crate) fn indent_by(&mut self, step: &'static str) {
        self.step = Some(step);
    }

    /// Adds a line; an empty one is not indented.
    pub(crate) fn line(&mut self, line: impl AsRef<str>) {
        let line = line.as_ref();
        if !line.is_empty() {
            for _ in 0..self.depth {
                self.text.push_str(self.step.unwrap_or("    "));
            }
            self.text.push_str(line);
        }
        self.text.push('\n');
    }

    /// Adds an empty line.
    pub(crate) fn blank(&mut self) {
        self.text.push('\n');
    }

    /// Adds several lines.
    pub(crate) fn lines<T: AsRef<str>>(&mut self, lines: impl IntoIterator<Item = T>) {
        for line in lines {
            self.line(line);
        }
    }

    /// Adds what `inner` writes, one step further in.
    pub(crate) fn indented(&mut self, inner: impl FnOnce(&mut Self)) {
        self.depth += 1;
        inner(self);
        self.depth -= 1;
    }

    /// Adds `open`, what `inner` writes one step further in, and `close`.
    pub(crate) fn block(&mut self, open: &str, close: &str, inner: impl FnOnce(&mut Self)) {
        self.line(open);
        self.indented(inner);
        self.line(close);
    }

    /// The text.
    pub(crate) fn finish(self) -> String {
        self.text
    }
}
