use crate::domain::document::{ContentHash, Issued};
use crate::domain::lang::Lang;
use crate::i18n::texts;

/// What stands at the foot of an issued paper, so that a copy can be told from the original.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Proof {
    /// The paper's number.
    pub number: String,
    /// Its revision; the first is not mentioned.
    pub revision: u32,
    /// The fingerprint of its text.
    pub hash: ContentHash,
}

impl Proof {
    /// The proof of an issued paper.
    #[must_use]
    pub fn of(issued: &Issued) -> Self {
        Self { number: issued.number.clone(), revision: issued.revision, hash: issued.hash.clone() }
    }

    /// The line at the foot.
    #[must_use]
    pub fn line(&self, lang: Lang) -> String {
        let (t, hash) = (&texts(lang).paper(), self.hash.grouped());
        if self.revision > 1 {
            t.verification_of_revision(&self.number, &self.revision, &hash)
        } else {
            t.verification(&self.number, &hash)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_revision_is_not_mentioned() {
        let line = |revision, lang| {
            let hash = ContentHash::parse("BA7816BF8F01").expect("a hash");
            Proof { number: "C-7".to_owned(), revision, hash }.line(lang)
        };
        assert_eq!(line(1, Lang::ZhCn), "编号 C-7 · 核验码 BA78 16BF 8F01");
        assert_eq!(line(2, Lang::En), "No. C-7 · Revision 2 · Verification BA78 16BF 8F01");
    }
}
