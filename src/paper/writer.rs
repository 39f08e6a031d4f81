use super::ShopFace;
use super::letter::{heading, salutation};
use crate::domain::date::Date;
use crate::domain::document::{Block, Document, Party, Picture, RowRole};
use crate::domain::lang::Lang;
use crate::domain::paper_kind::PaperKind;
use crate::i18n::when::date_in_words;
use crate::i18n::{PapersTexts, texts};

/// What every paper of a case begins with.
#[derive(Clone, Debug)]
pub struct PaperHead {
    /// Who issues it.
    pub shop: ShopFace,
    /// The language it is written in.
    pub lang: Lang,
    /// Its number; not printed while empty.
    pub number: String,
    /// Its revision, from 1.
    pub revision: u32,
    /// The day on it.
    pub date: Option<Date>,
}

impl PaperHead {
    /// The texts of the papers, in its language.
    pub(super) fn texts(&self) -> &'static PapersTexts {
        texts(self.lang).papers()
    }
}

/// Whose matter a paper is about. What is empty is not mentioned.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Subject {
    /// The case's number.
    pub case_number: String,
    /// The customer's name.
    pub customer: String,
    /// How the customer is reached.
    pub phone: String,
    /// Where the service takes place.
    pub address: String,
    /// The thing it is about.
    pub item: String,
    /// What is wanted.
    pub matter: String,
}

/// Writes a paper from top to bottom. What is not known leaves no trace: an empty fact, a
/// section without content, a column without a value.
pub(super) struct Writer<'a> {
    head: &'a PaperHead,
    blocks: Vec<Block>,
    /// Whether sections are counted, and how many there are.
    sections: Option<usize>,
    /// The heading that waits for something to stand under it.
    waiting: Option<String>,
}

impl<'a> Writer<'a> {
    /// A paper with its head, title, number and date.
    pub(super) fn new(head: &'a PaperHead, title: &str) -> Self {
        let mut writer = Self::letter(head, title);
        let t = writer.texts();
        let number = match (head.number.as_str(), head.revision) {
            ("", _) => String::new(),
            (number, 0 | 1) => t.number_line(&number),
            (number, revision) => t.number_revision_line(&number, &revision),
        };
        let date = head.date.map(|date| date_in_words(head.lang, date)).unwrap_or_default();
        let known: Vec<_> = [number, date].into_iter().filter(|line| !line.is_empty()).collect();
        if !known.is_empty() {
            writer.push(Block::Reference(known.join(" · ")));
        }
        writer
    }

    /// A paper with its head and title alone: a letter has its date at the end.
    pub(super) fn letter(head: &'a PaperHead, title: &str) -> Self {
        let blocks = vec![head.shop.letterhead(head.lang), Block::Title(title.to_owned())];
        Self { head, blocks, sections: None, waiting: None }
    }

    /// From here on, sections are counted.
    pub(super) fn count_sections(&mut self) {
        self.sections = Some(0);
    }

    fn texts(&self) -> &'static PapersTexts {
        self.head.texts()
    }

    /// Adds a block, below the heading that waited for it.
    pub(super) fn push(&mut self, block: Block) {
        if let Some(title) = self.waiting.take() {
            let title = match &mut self.sections {
                Some(count) => {
                    *count += 1;
                    heading(self.head.lang, *count, &title)
                }
                None => title,
            };
            self.blocks.push(Block::Section(title));
        }
        self.blocks.push(block);
    }

    /// The greeting.
    pub(super) fn addressee(&mut self, customer: &str) {
        let words = match customer.trim() {
            "" => texts(self.head.lang).paper().addressee_unknown.to_owned(),
            name => self.texts().addressee(&name),
        };
        self.push(Block::Addressee(salutation(self.head.lang, &words)));
    }

    /// Begins a section; nothing of it is printed unless something follows before the next.
    pub(super) fn section(&mut self, title: &str) {
        self.waiting = Some(title.to_owned());
    }

    /// Ends a section; the heading of one without content is not printed.
    pub(super) fn end_section(&mut self) {
        self.waiting = None;
    }

    /// Photos, two side by side.
    pub(super) fn pictures(&mut self, pictures: &[Picture]) {
        pictures.chunks(2).for_each(|pair| self.push(Block::Pictures(pair.to_vec())));
    }

    /// The formal close, and who signs.
    pub(super) fn regards(&mut self, signatory: &str) {
        let (t, head) = (self.texts(), self.head);
        self.push(Block::Regards(lines(t.thanks_regards).map(str::to_owned).collect()));
        self.push(Block::Signature {
            signatory_label: t.thanks_signatory.to_owned(),
            signatory: signatory.trim().to_owned(),
            shop: head.shop.name.clone(),
            seal_label: t.thanks_seal.to_owned(),
            date: head.date.map(|date| date_in_words(head.lang, date)).unwrap_or_default(),
        });
    }

    /// Small print. It belongs to the whole paper.
    pub(super) fn note(&mut self, text: &str) {
        self.end_section();
        self.push(Block::Note(text.to_owned()));
    }

    /// Facts with their names, those that are known.
    pub(super) fn facts(&mut self, facts: &[(&str, &str)]) {
        let rows: Vec<_> = facts
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.trim().to_owned()))
            .filter(|(_, value)| !value.is_empty())
            .collect();
        if !rows.is_empty() {
            self.push(Block::Facts(rows));
        }
    }

    /// Whose matter it is, and further facts below.
    pub(super) fn subject(&mut self, subject: &Subject, further: &[(&str, &str)]) {
        let t = self.texts();
        let mut rows = vec![
            (t.case_number, subject.case_number.as_str()),
            (t.customer, &subject.customer),
            (t.phone, &subject.phone),
            (t.address, &subject.address),
            (t.item, &subject.item),
            (t.matter, &subject.matter),
        ];
        rows.extend_from_slice(further);
        self.facts(&rows);
    }

    /// Running text, a paragraph for each line.
    pub(super) fn text(&mut self, text: &str) {
        for line in lines(text) {
            self.push(Block::Paragraph(line.to_owned()));
        }
    }

    /// Numbered items: one without a number when it is alone.
    pub(super) fn list<S: AsRef<str>>(&mut self, items: &[S]) {
        let items: Vec<_> = items.iter().map(|item| item.as_ref().trim()).filter(|s| !s.is_empty()).collect();
        if let [only] = items[..] {
            self.text(only);
            return;
        }
        for (number, item) in (1..).zip(items) {
            self.push(Block::Clause { number, text: item.to_owned(), measured: false });
        }
    }

    /// A table of these columns, without those that have no value; the last `figures` of them
    /// are figures. Sums that are known stand below. Without a row there is no table, and the
    /// sums are facts.
    pub(super) fn table<const N: usize>(
        &mut self,
        names: [&str; N],
        rows: &[[&str; N]],
        figures: usize,
        totals: &[(&str, &str)],
    ) {
        let known = |place: usize| rows.iter().any(|row| !row[place].trim().is_empty());
        let columns: Vec<usize> = (0..N).filter(|place| known(*place)).collect();
        if columns.is_empty() {
            self.facts(totals);
            return;
        }
        let figures = columns.iter().filter(|place| **place + figures >= N).count();
        let figures = u32::try_from(figures).unwrap_or(0);
        let row = |cells: &[&str; N], role| {
            let cells = columns.iter().map(|place| cells[*place].trim().to_owned()).collect();
            Block::Row { cells, figures, role }
        };
        self.push(row(&names, RowRole::Head));
        for cells in rows {
            self.push(row(cells, RowRole::Body));
        }
        for (name, sum) in totals.iter().filter(|(_, sum)| !sum.trim().is_empty()) {
            let cells = vec![(*name).to_owned(), sum.trim().to_owned()];
            self.push(Block::Row { cells, figures: 1, role: RowRole::Total });
        }
    }

    /// Boxes to tick.
    pub(super) fn checks<S: AsRef<str>>(&mut self, items: &[S]) {
        for item in items.iter().map(|item| item.as_ref().trim()).filter(|item| !item.is_empty()) {
            self.push(Block::Check { text: item.to_owned(), hint: String::new() });
        }
    }

    /// Places to write by hand, side by side.
    pub(super) fn room(&mut self, labels: &[&str], lines: u32) {
        self.push(Block::Room { labels: labels.iter().map(|label| (*label).to_owned()).collect(), lines });
    }

    /// Places to sign, each with the name of who is to sign there and the words before the date.
    pub(super) fn parties(&mut self, parties: &[(&str, &str, &str)]) {
        let party = |&(label, name, date_label): &(&str, &str, &str)| Party {
            label: label.to_owned(),
            name: name.trim().to_owned(),
            date_label: date_label.to_owned(),
        };
        self.push(Block::Parties(parties.iter().map(party).collect()));
    }

    /// Customer and shop, side by side.
    pub(super) fn customer_and_shop(&mut self, customer: &str) {
        let (t, head) = (self.texts(), self.head);
        self.end_section();
        self.parties(&[(t.party_customer, customer, t.date), (t.party_shop, &head.shop.name, t.date)]);
    }

    /// The paper as it was written.
    pub(super) fn finish(self, paper: PaperKind) -> Document {
        Document { paper, lang: self.head.lang, blocks: self.blocks }
    }
}

/// The lines of a typed text that say something.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head() -> PaperHead {
        PaperHead {
            shop: ShopFace::default(),
            lang: Lang::ZhCn,
            number: String::new(),
            revision: 1,
            date: None,
        }
    }

    fn written(write: impl FnOnce(&mut Writer)) -> String {
        let head = head();
        let mut writer = Writer::new(&head, "题");
        write(&mut writer);
        writer.finish(PaperKind::Quote).plain_text()
    }

    #[test]
    fn what_is_empty_leaves_no_trace() {
        let text = written(|w| {
            w.count_sections();
            w.section("空");
            w.facts(&[("名", " ")]);
            w.text(" \n");
            w.list(&[""; 2]);
            w.table(["甲", "乙"], &[["", " "]], 1, &[("合计", "")]);
            w.section("有");
            w.list(&["", "一项"]);
            w.section("再有");
            w.list(&["一", "二"]);
        });
        assert_eq!(text, "题\n一、有\n一项\n二、再有\n1. 一\n2. 二");
    }

    #[test]
    fn a_table_has_the_columns_that_have_values() {
        let text = written(|w| {
            w.table(["项", "量", "价"], &[["泵", "", "9"], ["管", "", ""]], 2, &[("税", ""), ("合计", "9")]);
        });
        assert_eq!(text, "题\n项\t价\n泵\t9\n管\n合计\t9");
        let sums = written(|w| w.table(["项", "价"], &[], 1, &[("合计", "9")]));
        assert_eq!(sums, "题\n合计：9");
    }

    #[test]
    fn a_later_revision_says_so() {
        let head =
            PaperHead { number: "Q-1".to_owned(), revision: 2, date: Date::parse("2026-11-21"), ..head() };
        let text = Writer::new(&head, "题").finish(PaperKind::Quote).plain_text();
        assert_eq!(text, "题\n编号：Q-1（第 2 版） · 2026年11月21日");
    }
}
