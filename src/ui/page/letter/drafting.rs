use crate::app::command;
use crate::app::desk::Desk;
use crate::app::lettering::{Setting, logo_of, record_of, today};
use crate::catalog::clause_library;
use crate::domain::date::Date;
use crate::domain::document::Document;
use crate::domain::id::LetterId;
use crate::domain::lang::Lang;
use crate::domain::letter::{ClauseLibrary, Letter, LetterField, LetterKind, Purpose};
use crate::domain::paper_kind::PaperKind;
use crate::domain::shop::{SHOP_ID, ShopKind};
use crate::i18n::texts;
use crate::paper::Problem;
use crate::stats::promises::PrintedRecord;
use leptos::prelude::*;

/// A draft at work: what the editor, the preview and the issuing share.
#[derive(Clone, Copy)]
pub(super) struct Drafting {
    pub(super) desk: Desk,
    pub(super) id: StoredValue<LetterId>,
    /// The draft as it is now.
    pub(super) letter: Memo<Option<Letter>>,
    /// The letter's language, which need not be the screen's.
    pub(super) lang: Memo<Lang>,
    /// What its text is made of besides; nothing while the clock shows no date.
    pub(super) setting: Memo<Option<Setting>>,
    /// What keeps it from being issued.
    pub(super) problems: Memo<Vec<Problem>>,
    /// Whether it is being issued at this moment.
    pub(super) issuing: RwSignal<bool>,
}

impl Drafting {
    pub(super) fn new(
        desk: Desk,
        id: LetterId,
        letter: Memo<Option<Letter>>,
        issuing: RwSignal<bool>,
    ) -> Self {
        let lang = Memo::new(move |_| {
            letter.with(|letter| letter.as_ref().and_then(Letter::lang).copied().unwrap_or_default())
        });
        let day = Memo::new(move |_| today(desk));
        let record = counted_record(desk, letter, day);
        let setting = Memo::new(move |_| {
            let (day, shop) = (day.get()?, desk.shop());
            letter.with(|letter| {
                let letter = letter.as_ref()?;
                let setting = desk.index.with(|index| Setting::of(letter, index, &shop, day));
                Some(Setting { record: record.get(), ..setting })
            })
        });
        let problems = Memo::new(move |_| {
            letter.with(|letter| {
                setting.with(|setting| match (letter, setting) {
                    (Some(letter), Some(setting)) => setting.draft(letter).problems(),
                    _ => Vec::new(),
                })
            })
        });
        Self { desk, id: StoredValue::new(id), letter, lang, setting, problems, issuing }
    }

    /// The clauses in the letter's language. Follows it.
    pub(super) fn library(self) -> &'static ClauseLibrary {
        clause_library(self.lang.get())
    }

    /// Something of the draft, or what an empty one would say. Follows it.
    pub(super) fn read<T: Default>(self, read: impl FnOnce(&Letter) -> T) -> T {
        self.letter.with(|letter| letter.as_ref().map(read).unwrap_or_default())
    }

    /// The words of a field. Follows it.
    pub(super) fn words(self, read: fn(&Letter) -> Option<&String>) -> Signal<String> {
        Signal::derive(move || self.read(|letter| read(letter).cloned().unwrap_or_default()))
    }

    /// Keeps a new value of a field.
    pub(super) fn set(self, field: LetterField) {
        let change = self.letter.with_untracked(|letter| {
            let letter = letter.as_ref()?;
            let id = self.id.get_value();
            Some(command::set::<LetterKind>(&self.desk.pen(), id.as_str(), letter, vec![field]))
        });
        if let Some(change) = change {
            self.desk.save(change);
        }
    }

    /// The case it is for. Follows it.
    pub(super) fn case(self) -> Option<String> {
        self.read(|letter| match letter.purpose() {
            Some(Purpose::Case(case)) => Some(case.to_string()),
            Some(Purpose::Standing | Purpose::Customer(_)) | None => None,
        })
    }

    /// The customer it is for, whatever the matter. Follows it.
    pub(super) fn customer(self) -> Option<String> {
        self.read(|letter| match letter.purpose() {
            Some(Purpose::Customer(customer)) => Some(customer.to_string()),
            Some(Purpose::Standing | Purpose::Case(_)) | None => None,
        })
    }

    /// The letter as it will print; where its number will stand, words say so. Follows it.
    pub(super) fn preview(self) -> Memo<Document> {
        Memo::new(move |_| {
            let composed = self.letter.with(|letter| {
                let mut setting = self.setting.get()?;
                if setting.numbering.number.is_empty() {
                    setting.numbering.number = texts(setting.lang).letter().number_later.to_owned();
                }
                Some(setting.draft(letter.as_ref()?).compose())
            });
            let bare =
                || Document { paper: PaperKind::CommitmentLetter, lang: self.lang.get(), blocks: Vec::new() };
            composed.unwrap_or_else(bare)
        })
    }
}

/// How promises were kept, for a letter that prints it: counted when its period is chosen, a part at
/// a time. When the letter is issued it is counted once more.
fn counted_record(
    desk: Desk,
    letter: Memo<Option<Letter>>,
    day: Memo<Option<Date>>,
) -> RwSignal<Option<PrintedRecord>> {
    let record = RwSignal::new(None);
    let period =
        Memo::new(move |_| letter.with(|letter| letter.as_ref().and_then(Letter::record).copied().flatten()));
    Effect::new(move |_| {
        day.track();
        desk.calendars.track();
        record.set(None);
        if period.get().is_none() {
            return;
        }
        leptos::task::spawn_local(async move {
            let asked = period.try_get_untracked().flatten();
            let Some(letter) = letter.try_get_untracked().flatten() else { return };
            let found = record_of(desk, &letter).await;
            if period.try_get_untracked().flatten() == asked {
                record.try_set(found);
            }
        });
    });
    record
}

/// The picture that a paper's letterhead names. Follows both.
pub(super) fn logo(desk: Desk, document: Memo<Document>) -> Memo<Option<String>> {
    Memo::new(move |_| {
        let shop = desk.records.with(|records| records.journal::<ShopKind>(SHOP_ID));
        document.with(|document| logo_of(document, &shop)).map(|logo| logo.url().to_owned())
    })
}
