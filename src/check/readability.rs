//! How hard a text is to read: LIX, for Swedish only, and the lengths of sentences. The counting rules are fixed, so that
//! the same text has the same number everywhere.

use crate::document::Text;
use crate::document::markdown::Block;
use crate::locale::Locale;

/// What is counted of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// Words; what is joined with hyphens is one.
    pub words: usize,
    /// Words of more than six letters.
    pub long_words: usize,
    /// Its sentences, in order.
    pub sentences: Vec<Sentence>,
}

/// A sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its text.
    pub text: String,
    /// Its words.
    pub words: usize,
}

/// How hard a Swedish text is by its LIX.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Band {
    /// Below 30.
    VeryEasy,
    /// 30 to 40.
    Easy,
    /// 40 to 50.
    Medium,
    /// 50 to 60.
    Hard,
    /// Above 60.
    VeryHard,
}

impl Band {
    /// The band of a number.
    pub fn of(lix: u32) -> Self {
        match lix {
            0..30 => Self::VeryEasy,
            30..=40 => Self::Easy,
            41..=50 => Self::Medium,
            51..=60 => Self::Hard,
            _ => Self::VeryHard,
        }
    }

    /// Its name in Swedish and English.
    pub fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::VeryEasy => ("mycket lättläst", "very easy"),
            Self::Easy => ("lättläst", "easy"),
            Self::Medium => ("medelsvår", "medium"),
            Self::Hard => ("svår", "hard"),
            Self::VeryHard => ("mycket svår", "very hard"),
        }
    }
}

impl Reading {
    /// Counts what is read of a page: its summary and its text. Nobody reads code and tables as sentences.
    pub fn of_page(summary: Option<&str>, text: &Text) -> Self {
        let passages: Vec<String> = text.blocks().flat_map(Block::passages).collect();
        Self::of(summary.into_iter().chain(passages.iter().map(String::as_str)))
    }

    /// Counts passages: each ends a sentence.
    pub fn of<'a>(passages: impl IntoIterator<Item = &'a str>) -> Self {
        let mut reading = Self::default();
        passages.into_iter().for_each(|passage| reading.add(passage));
        reading
    }

    /// Words a sentence, and the share of long words in percent, together. `None` for languages without a limit.
    pub fn lix(&self, locale: &Locale) -> Option<u32> {
        if locale.lix_limit.is_none() || self.words == 0 {
            return None;
        }
        let sentences = self.sentences.len().max(1);
        let (words, long) = (self.words, self.long_words);
        // Rounded once, at the end: words / sentences + 100 × long / words.
        let lix = (words * words + 100 * long * sentences + words * sentences / 2) / (words * sentences);
        u32::try_from(lix).ok()
    }

    /// The longest sentences that are longer than a limit.
    pub fn longest(&self, limit: usize) -> Vec<&Sentence> {
        let mut long: Vec<&Sentence> = self.sentences.iter().filter(|sentence| sentence.words > limit).collect();
        long.sort_by_key(|sentence| std::cmp::Reverse(sentence.words));
        long
    }

    fn add(&mut self, passage: &str) {
        let tokens: Vec<&str> = passage.split(|c: char| c.is_whitespace() || c == '\u{1361}').filter(|token| !token.is_empty()).collect();
        let mut open: Vec<&str> = Vec::new();
        for (index, token) in tokens.iter().enumerate() {
            open.push(token);
            if ends_sentence(token, tokens.get(index + 1).copied()) {
                self.close(&mut open);
            }
        }
        self.close(&mut open);
    }

    fn close(&mut self, open: &mut Vec<&str>) {
        let words: Vec<&str> = open.iter().copied().filter(|token| is_word(token)).collect();
        if !words.is_empty() {
            self.words += words.len();
            self.long_words += words.iter().filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 6).count();
            self.sentences.push(Sentence { text: open.join(" "), words: words.len() });
        }
        open.clear();
    }
}

fn is_word(token: &str) -> bool {
    token.chars().any(char::is_alphanumeric) && !token.contains("://") && !token.contains('@') && !token.starts_with("www.")
}

fn ends_sentence(token: &str, next: Option<&str>) -> bool {
    let bare = token.trim_end_matches(['”', '"', '\'', '’', ')', ']', '»']);
    let Some(last) = bare.chars().last() else { return false };
    if matches!(last, '!' | '?' | '…' | '؟' | '።' | '፧' | '。') {
        return true;
    }
    let starts_small = next.and_then(|next| next.chars().find(|c| c.is_alphanumeric())).is_some_and(char::is_lowercase);
    last == '.' && !starts_small && !is_abbreviation(bare.trim_end_matches('.'))
}

/// Abbreviations whose full stop ends no sentence, and initials.
fn is_abbreviation(word: &str) -> bool {
    const KNOWN: &[&str] = &[
        "bl.a", "ca", "d.v.s", "dr", "dvs", "e.d", "e.g", "el", "etc", "ev", "exkl", "f.d", "f.n", "forts", "fr.o.m", "i.e", "i.st.f",
        "inkl", "jfr", "kap", "kl", "m.a.o", "m.fl", "m.m", "max", "min", "mr", "mrs", "nr", "o.d", "o.s.v", "osv", "p.g.a", "prof",
        "resp", "s.k", "st", "t.ex", "t.o.m", "tel", "tfn",
    ];
    let word = word.trim_start_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    KNOWN.contains(&word.as_str()) || word.chars().count() == 1 && word.chars().all(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::text_of;
    use crate::source::Source;

    fn sentences(text: &str) -> Vec<(usize, String)> {
        Reading::of([text]).sentences.into_iter().map(|sentence| (sentence.words, sentence.text)).collect()
    }

    #[test]
    fn counts_sentences_as_people_do() {
        let cases = [
            ("Vi ses t.ex. Rosendal kl. 10.30. Kom!", vec![6, 1]),
            ("E-tjänsten är ny. Den heter Navet.", vec![3, 3]),
            ("Se https://a.se/b. Ring A. Svensson, tel. 018-727 00 00.", vec![1, 7]),
            ("– Ja, sade hon. ”Nej.” Sen?", vec![3, 1, 1]),
            ("ማዕረ ኢዮም። ክብሪ ኣለዎም።", vec![2, 2]),
            ("Åren 2008–2010 ökar antalet m.m. och mer", vec![7]),
            ("…", vec![]),
        ];
        for (text, expected) in cases {
            let words: Vec<usize> = sentences(text).into_iter().map(|(words, _)| words).collect();
            assert_eq!(words, expected, "{text}");
        }
    }

    #[test]
    fn gives_lix_for_swedish_only() {
        let reading = Reading::of(["Kommunens integrationsprogram beskriver ansvaret.", "Alla kan läsa det."]);
        assert_eq!((reading.words, reading.long_words, reading.sentences.len()), (8, 4, 2));
        let lix = |tag| reading.lix(Locale::find(tag).expect("it is in the list"));
        assert_eq!([lix("sv"), lix("sv-simple"), lix("en"), lix("ti"), lix("fi")], [Some(54), Some(54), None, None, None]);
        assert_eq!(Reading::default().lix(Locale::find("sv").expect("it is in the list")), None);
        let bands = [(29, "mycket lättläst"), (30, "lättläst"), (40, "lättläst"), (41, "medelsvår"), (60, "svår"), (61, "mycket svår")];
        for (lix, name) in bands {
            assert_eq!(Band::of(lix).names().0, name, "{lix}");
        }
    }

    #[test]
    fn leaves_out_code_and_tables() {
        let source = Source::new(
            "content/a.md",
            "## Rubrik\n\nEn [länk](b.md) &amp; `kod`.\\\nMer *om*\ndet\n\n| x |\n|--|\n| y |\n\n- Ett\n- Två\n  - Tre\n\n![Alt](c.png)\n\n    kod\n",
        );
        let text = text_of(&source);
        let reading = Reading::of_page(Some("Först."), &text);
        let sentences: Vec<&str> = reading.sentences.iter().map(|sentence| sentence.text.as_str()).collect();
        assert_eq!(sentences, ["Först.", "Rubrik", "En länk & .", "Mer om det", "Ett", "Två", "Tre"]);
    }
}
