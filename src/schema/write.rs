//! Values as YAML which [`super::parse_yaml`] reads back as the same values: scalars are text there, so `no`, `4.10` and
//! `2009-04-08` need no quotes, and only what would break the text gets them.

use super::{Node, Value};
use crate::source::Spanned;

/// Writes values for one place of a file.
#[derive(Clone, Copy, Debug)]
pub struct YamlWriter {
    /// Whether the place stands in brackets, where more signs mean something.
    pub flow: bool,
    /// The line end of the file.
    pub end: &'static str,
    /// How many spaces stand before the lines of a text of several lines.
    pub indent: usize,
}

impl YamlWriter {
    /// A text that stands nowhere yet.
    pub fn scalar(&self, text: &str) -> String {
        match text {
            _ if text.contains('\n') && self.is_block(text) => self.block("|-", text),
            _ if text.contains(is_escaped) => double(text),
            _ if self.is_plain(text) => text.to_owned(),
            _ => single(text),
        }
    }

    /// A text in the place of `old`, written as that was (`raw`) as far as it can be.
    pub fn scalar_like(&self, raw: &str, old: &str, text: &str) -> String {
        match raw.chars().next() {
            Some('|' | '>') if self.is_block(text) => self.block(raw, text),
            Some('"') => double(text),
            // What needed no quotes and had them keeps them.
            Some('\'') if (self.is_plain(old) || !self.is_plain(text)) && !text.contains(is_escaped) => single(text),
            _ => self.scalar(text),
        }
    }

    /// A list of texts in brackets.
    pub fn list<'t>(&self, texts: impl IntoIterator<Item = &'t str>) -> String {
        let inner = Self { flow: true, ..*self };
        format!("[{}]", texts.into_iter().map(|text| inner.scalar(text)).collect::<Vec<_>>().join(", "))
    }

    /// The keys and values of a table, a line or more each, with a line end behind each.
    pub fn table(&self, entries: &[(Spanned<String>, Node)]) -> String {
        let margin = " ".repeat(self.indent);
        entries.iter().map(|(key, node)| format!("{margin}{}:{}{}", self.key(&key.value), self.below(&node.value), self.end)).collect()
    }

    /// What stands behind a key and its colon.
    fn below(&self, value: &Value) -> String {
        let inner = Self { indent: self.indent + 2, ..*self };
        match value {
            Value::Empty => String::new(),
            Value::Table(entries) if !entries.is_empty() => format!("{}{}", self.end, inner.table(entries).trim_end_matches(self.end)),
            Value::List(items) if items.iter().any(|item| matches!(item.value, Value::Table(_))) => {
                items.iter().map(|item| format!("{}{}", self.end, inner.item(&item.value))).collect()
            }
            Value::Scalar(text) => format!(" {}", inner.scalar(text)),
            value => format!(" {}", inner.in_brackets(value)),
        }
    }

    /// An item of a list below its key.
    fn item(&self, value: &Value) -> String {
        let margin = " ".repeat(self.indent);
        let inner = Self { indent: self.indent + 2, ..*self };
        let written = match value {
            Value::Table(entries) if !entries.is_empty() => inner.table(entries).trim_end_matches(self.end).trim_start().to_owned(),
            Value::Scalar(text) => inner.scalar(text),
            value => inner.in_brackets(value),
        };
        format!("{margin}- {written}")
    }

    /// A value in brackets, on one line.
    fn in_brackets(&self, value: &Value) -> String {
        let inner = Self { flow: true, ..*self };
        match value {
            Value::Empty => "null".to_owned(),
            Value::Scalar(text) => inner.scalar(text),
            Value::List(items) => {
                format!("[{}]", items.iter().map(|item| inner.in_brackets(&item.value)).collect::<Vec<_>>().join(", "))
            }
            Value::Table(entries) => {
                let entry =
                    |(key, node): &(Spanned<String>, Node)| format!("{}: {}", inner.key(&key.value), inner.in_brackets(&node.value));
                format!("{{{}}}", entries.iter().map(entry).collect::<Vec<_>>().join(", "))
            }
        }
    }

    fn key(&self, key: &str) -> String {
        let plain = key.starts_with(|c: char| c.is_alphabetic()) && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'));
        match key {
            _ if plain && self.is_plain(key) => key.to_owned(),
            _ if key.contains(is_escaped) => double(key),
            _ => single(key),
        }
    }

    /// Whether a text can stand as a block: that cannot start with a space, nor stand in brackets, nor have escapes; its
    /// last line end would be lost, and lines of spaces alone may be.
    fn is_block(&self, text: &str) -> bool {
        let escapes = text.contains(|c| !matches!(c, '\n' | '\t') && is_escaped(c));
        let blank = |line: &str| !line.is_empty() && line.trim().is_empty();
        !self.flow
            && !escapes
            && !text.starts_with([' ', '\t', '\n'])
            && !text.is_empty()
            && !text.ends_with('\n')
            && !text.split('\n').any(blank)
    }

    /// A block of text behind its head (`|-`), indented as the old one was.
    fn block(&self, raw: &str, text: &str) -> String {
        let mut old = raw.lines();
        let head = old.next().unwrap_or_default().trim_end();
        // A folded text joins its lines, and a head with a number says how far it is indented.
        let head = if head.starts_with('>') || head.contains(|c: char| c.is_ascii_digit()) { "|-" } else { head };
        let own = old.find(|line| !line.trim().is_empty()).map(|line| line.len() - line.trim_start_matches(' ').len());
        let indent = " ".repeat(own.unwrap_or(self.indent));
        let mut block = head.to_owned();
        for line in text.split('\n') {
            block.push_str(self.end);
            if !line.is_empty() {
                block.push_str(&indent);
                block.push_str(line);
            }
        }
        block
    }

    /// Whether a text can stand without quotes (YAML 1.2.2, 7.3.3); rather too seldom than too often.
    fn is_plain(&self, text: &str) -> bool {
        let opens = text.starts_with([
            '-', '?', ':', ',', '[', ']', '{', '}', '#', '&', '*', '!', '|', '>', '\'', '"', '%', '@', '`', '~', ' ', '\t', '.', '=', '<',
        ]);
        let means = text.contains(": ") || text.contains(" #") || text.contains(":\t") || text.contains("\t#");
        let brackets = self.flow && text.contains([',', '[', ']', '{', '}', ':', '#']);
        // saphyr takes `- ]` for the start of a list.
        let ends = text.ends_with([':', ' ', '\t']) || self.flow && text.ends_with('-');
        let words = matches!(text, "" | "null" | "Null" | "NULL");
        !opens && !means && !brackets && !ends && !words && !text.contains(is_escaped)
    }
}

/// Whether a sign can only stand in a text with escapes: controls, and what some readers of YAML take for a line end or
/// a byte order mark (YAML 1.2.2, 5.1 and 5.4).
fn is_escaped(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}')
}

fn single(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

fn double(text: &str) -> String {
    let mut quoted = "\"".to_owned();
    for c in text.chars() {
        match c {
            '\\' | '"' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            c if is_escaped(c) => quoted.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::schema::parse_yaml;
    use crate::source::{SourcePath, Span};

    const DOCUMENT: YamlWriter = YamlWriter { flow: false, end: "\n", indent: 0 };

    fn node(value: Value) -> Node {
        Node { span: Span::default(), value }
    }

    fn key(text: &str) -> Spanned<String> {
        Spanned::new(text.to_owned(), Span::default())
    }

    fn scalar(text: &str) -> Node {
        node(Value::Scalar(text.to_owned()))
    }

    fn read(text: &str) -> Option<Node> {
        parse_yaml(&SourcePath::new("a.md"), text, 0).ok()
    }

    fn same(one: &Value, other: &Value) -> bool {
        match (one, other) {
            (Value::Empty, Value::Empty) => true,
            (Value::Scalar(one), Value::Scalar(other)) => one == other,
            (Value::List(one), Value::List(other)) => {
                one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(&one.value, &other.value))
            }
            (Value::Table(one), Value::Table(other)) => {
                let mut pairs = one.iter().zip(other);
                one.len() == other.len() && pairs.all(|((a, one), (b, other))| a.value == b.value && same(&one.value, &other.value))
            }
            _ => false,
        }
    }

    #[test]
    fn writes_as_people_do() {
        let list = |texts: &[&str]| node(Value::List(texts.iter().map(|text| scalar(text)).collect()));
        let target = vec![(key("id"), scalar("a.1")), (key("text"), scalar("Ett\n\ntvå")), (key("op"), scalar(">="))];
        let table = vec![
            (key("title"), scalar("Mål: klart")),
            (key("number"), scalar("4.10")),
            (key("draft"), scalar("no")),
            (key("date"), scalar("2009-04-08")),
            (key("slug"), scalar("")),
            (key("summary"), node(Value::Empty)),
            (key("lead"), list(&["soc", "kf, bun"])),
            (key("decided"), node(Value::Table(vec![(key("target"), scalar("it's\n\"b\""))]))),
            (key("targets"), node(Value::List(vec![node(Value::Table(target))]))),
            (key("where"), node(Value::Table(vec![(key("Kön: alla"), scalar("-1"))]))),
            (key("codes"), list(&[])),
        ];
        let expected = "title: 'Mål: klart'\nnumber: 4.10\ndraft: no\ndate: 2009-04-08\nslug: ''\nsummary:\nlead: [soc, 'kf, bun']\n\
                        decided:\n  target: |-\n    it's\n    \"b\"\n\
                        targets:\n  - id: a.1\n    text: |-\n      Ett\n\n      två\n    op: '>='\n\
                        where:\n  'Kön: alla': '-1'\ncodes: []\n";
        assert_eq!(DOCUMENT.table(&table), expected);
        assert!(same(&read(expected).expect("it is YAML").value, &Value::Table(table)));
    }

    fn any_text() -> impl Strategy<Value = String> {
        prop_oneof![
            "[a-zåäö :#'\"\\[\\]{},&*!|>%@`~?=<.\\\\-]{0,12}",
            "[0-9., %:-]{1,10}",
            "(no|yes|true|null|~|NULL|4\\.10|0x1F|1e3|2009-04-08|---|\\.\\.\\.|<<|=)",
            "[a-z \t\n:#-]{0,30}",
            any::<String>(),
        ]
    }

    fn any_value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![8 => any_text().prop_map(Value::Scalar), 1 => Just(Value::Empty)];
        leaf.prop_recursive(4, 40, 5, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..5).prop_map(|items| Value::List(items.into_iter().map(node).collect())),
                prop::collection::vec((any_text(), inner), 0..5)
                    .prop_map(|entries| Value::Table(entries.into_iter().map(|(own, value)| (key(&own), node(value))).collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(entries in prop::collection::vec((any_text(), any_value()), 1..5), windows: bool) {
            let table: Vec<_> = entries.into_iter().map(|(own, value)| (key(&own), node(value))).collect();
            let written = YamlWriter { end: if windows { "\r\n" } else { "\n" }, ..DOCUMENT }.table(&table);
            let Some(found) = read(&written) else { return Err(TestCaseError::fail(written)) };
            prop_assert!(same(&found.value, &Value::Table(table)), "{written}\n{found:#?}");
            // The line that would end front matter.
            prop_assert!(written.lines().all(|line| line.trim_end() != "---"), "{written}");
        }
    }
}
