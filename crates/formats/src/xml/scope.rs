/// The namespaces that are in force at an element.
#[derive(Debug, Clone)]
pub(super) struct Scope {
    depth: usize,
    default: String,
    /// Namespace and prefix, the innermost last.
    prefixes: Vec<(String, String)>,
}

impl Scope {
    /// At the root element, with that default namespace.
    pub(super) fn root(default: &str) -> Self {
        Self {
            depth: 1,
            default: default.to_owned(),
            prefixes: Vec::new(),
        }
    }

    /// One level deeper.
    pub(super) fn child(&self) -> Self {
        Self {
            depth: self.depth + 1,
            ..self.clone()
        }
    }

    /// Makes `namespace` known here; the attribute that declares it, if it was not yet.
    pub(super) fn declare(&mut self, namespace: &str) -> String {
        if namespace == self.default || self.prefixes.iter().any(|(known, _)| known == namespace) {
            return String::new();
        }
        let prefix = format!("d{}p1", self.depth);
        let attribute = format!(" xmlns:{prefix}=\"{namespace}\"");
        self.prefixes.push((namespace.to_owned(), prefix));
        attribute
    }

    /// A name of a namespace that is known here.
    pub(super) fn qualified(&self, local: &str, namespace: &str) -> String {
        let prefix = self
            .prefixes
            .iter()
            .rev()
            .find(|(known, _)| known == namespace);
        match prefix {
            Some((_, prefix)) if namespace != self.default => format!("{prefix}:{local}"),
            _ => local.to_owned(),
        }
    }
}
