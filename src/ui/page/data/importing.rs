use crate::app::desk::{Desk, use_desk};
use crate::app::errand;
use crate::app::import::{
    Earlier, Foreign, ImportError, Looked, Offer, Reading, RowAlike, TakingBack, Watch, look_at_rows,
    look_back, take_back, take_over,
};
use crate::archive::sealed::{MAX_SEALED_FILE_BYTES, SUFFIX, is_sealed};
use crate::archive::{MAX_ARCHIVE_BYTES, Plan, Refusal};
use crate::domain::record::RecordKey;
use crate::platform::file::{FileError, chosen, read_bytes};
use crate::store::StoreError;
use crate::ui::part::{Glyph, Icon, said};
use leptos::prelude::*;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use web_sys::File;

/// What can be chosen: our own files, tables, cards of an address book.
const ACCEPTED: &str = ".json,.age,.csv,.tsv,.txt,.vcf,application/json,text/csv,text/vcard";

/// How far the taking over of a file has come, or the taking back of an earlier one.
#[derive(Clone)]
pub(crate) enum Step {
    /// No file was chosen.
    Idle,
    /// The file of this name is being read.
    Reading(String),
    /// Another program wrote it: what stands where in it is to be said.
    Foreign(Arc<Foreign>),
    /// Rows of it resemble customers: what is done with each is to be said.
    Alike(Arc<Vec<RowAlike>>),
    /// The file of this name opens with a passphrase.
    Sealed(String, Arc<Vec<u8>>),
    /// This is what the file of this name would do.
    Offered(String, Arc<Offer>),
    /// So many records are being stored.
    TakingOver(usize),
    /// All of it is stored, and can be taken back.
    Done(Arc<Plan>, Arc<Earlier>),
    /// Nothing of it was stored.
    Failed(ImportError),
    /// What was done since an import is being looked at.
    LookingBack,
    /// This is what taking an import back would do.
    Back(Arc<Earlier>, Arc<TakingBack>),
    /// It was taken back: so many records are gone, as before, and kept.
    TookBack([usize; 3]),
    /// It was not taken back.
    NotBack(StoreError),
}

/// What was said of a file of another program so far, so that one can go back and say otherwise.
#[derive(Clone)]
pub(super) struct Begun {
    pub(super) foreign: Arc<Foreign>,
    pub(super) reading: Arc<Reading>,
    /// The rows of which was asked what is done with them.
    pub(super) alike: Option<Arc<Vec<RowAlike>>>,
}

/// The taking over of a file. Copied freely: it is a handle.
#[derive(Clone, Copy)]
pub(crate) struct Importing {
    desk: Desk,
    pub(super) step: RwSignal<Step>,
    /// How many records of how many were compared.
    pub(super) progress: RwSignal<(usize, usize)>,
    begun: StoredValue<Option<Begun>>,
    /// Counts the files that were chosen, so that one given up is not offered later.
    attempt: StoredValue<u32>,
}

impl Importing {
    pub(crate) fn new() -> Self {
        Self {
            desk: use_desk(),
            step: RwSignal::new(Step::Idle),
            progress: RwSignal::new((0, 0)),
            begun: StoredValue::new(None),
            attempt: StoredValue::new(0),
        }
    }

    /// Whether no file was chosen. Follows changes.
    pub(crate) fn is_idle(self) -> bool {
        self.step.with(|step| matches!(step, Step::Idle))
    }

    /// Gives up what was chosen. Nothing was stored by choosing it.
    pub(crate) fn reset(self) {
        self.stop();
        self.begun.set_value(None);
        self.step.set(Step::Idle);
    }

    /// What is under way is no longer wanted.
    fn stop(self) {
        self.attempt.update_value(|attempt| *attempt += 1);
        self.progress.set((0, 0));
    }

    /// What was said of a file of another program so far.
    pub(super) fn begun(self) -> Option<Begun> {
        self.begun.get_value()
    }

    /// One step back: from what a table would do to the rows that were asked about, else to its columns;
    /// of any other file, and from there, to the choice of a file. What was said is kept.
    pub(super) fn back(self, from_rows: bool) {
        let Some(Begun { foreign, alike, .. }) = self.begun() else { return self.reset() };
        self.stop();
        self.step.set(match alike {
            Some(alike) if !from_rows => Step::Alike(alike),
            _ => Step::Foreign(foreign),
        });
    }

    /// Goes on with a file of another program, read like this.
    pub(super) fn look_at_rows(self, foreign: Arc<Foreign>, reading: Reading) {
        let reading = Arc::new(reading);
        self.begun.update_value(|begun| {
            let alike = begun.take().and_then(|begun| begun.alike).filter(|_| reading.asked);
            *begun = Some(Begun { foreign: foreign.clone(), reading: reading.clone(), alike });
        });
        let desk = self.desk;
        self.begin(foreign.name.clone(), &move |watch| {
            let (foreign, reading) = (foreign.clone(), reading.clone());
            Box::pin(async move {
                Ok(match look_at_rows(desk, &foreign, &reading, watch).await? {
                    Looked::Alike(rows) => Found::Alike(rows),
                    Looked::Offer(offer) => Found::Offer(*offer),
                })
            })
        });
    }

    fn read(self, file: File) {
        self.begun.set_value(None);
        let name = file.name();
        let desk = self.desk;
        self.begin(name, &move |watch| {
            let file = file.clone();
            Box::pin(async move { read(desk, &file, watch).await })
        });
    }

    fn begin(self, name: String, work: &dyn Fn(Watch) -> Work) {
        self.stop();
        let attempt = self.attempt.get_value();
        self.step.set(Step::Reading(name.clone()));
        // The page may be gone, or another file chosen.
        let is_wanted = move || self.attempt.try_get_value() == Some(attempt);
        let work = work(Arc::new(move |done, all| {
            let wanted = is_wanted();
            if wanted {
                self.progress.set((done, all));
            }
            wanted
        }));
        leptos::task::spawn_local(async move {
            let found = work.await;
            if !is_wanted() {
                return;
            }
            self.step.set(match found {
                Ok(Found::Offer(offer)) => Step::Offered(name, Arc::new(offer)),
                Ok(Found::Foreign(foreign)) => Step::Foreign(Arc::new(foreign)),
                Ok(Found::Alike(rows)) => {
                    let rows = Arc::new(rows);
                    self.begun.update_value(|begun| {
                        begun.iter_mut().for_each(|begun| begun.alike = Some(rows.clone()));
                    });
                    Step::Alike(rows)
                }
                Ok(Found::Sealed(bytes)) => Step::Sealed(name, Arc::new(bytes)),
                Err(error) => Step::Failed(error),
            });
        });
    }

    /// Goes on with what was in a sealed file.
    pub(super) fn opened(self, name: String, bytes: Vec<u8>) {
        let desk = self.desk;
        let bytes = StoredValue::new_local(bytes);
        self.begin(name, &move |watch| {
            let bytes = bytes.try_update_value(std::mem::take).unwrap_or_default();
            Box::pin(async move { offered(desk, bytes, watch).await })
        });
    }

    pub(super) fn accept(self, name: String, plan: Plan) {
        self.step.set(Step::TakingOver(plan.news.0.len()));
        leptos::task::spawn_local(async move {
            let stored = take_over(self.desk, &plan, &name).await;
            self.step.try_set(match stored {
                Ok(earlier) => {
                    self.begun.try_update_value(|begun| *begun = None);
                    Step::Done(Arc::new(plan), Arc::new(earlier))
                }
                Err(error) => Step::Failed(ImportError::Store(error)),
            });
        });
    }

    /// Looks what taking an import back would do.
    pub(super) fn look_back(self, earlier: Arc<Earlier>) {
        self.reset();
        let attempt = self.attempt.get_value();
        self.step.set(Step::LookingBack);
        leptos::task::spawn_local(async move {
            let found = look_back(self.desk, &earlier).await;
            if self.attempt.try_get_value() != Some(attempt) {
                return;
            }
            self.step.set(match found {
                Ok(back) => Step::Back(earlier, Arc::new(back)),
                Err(error) => Step::NotBack(error),
            });
        });
    }

    /// Takes an import back, from these records.
    pub(super) fn take_back(self, earlier: Arc<Earlier>, removed: Vec<RecordKey>, counts: [usize; 3]) {
        self.step.set(Step::TakingOver(removed.len()));
        leptos::task::spawn_local(async move {
            let done = take_back(self.desk, &earlier, &removed).await;
            self.step.try_set(match done {
                Ok(()) => Step::TookBack(counts),
                Err(error) => Step::NotBack(error),
            });
        });
    }
}

/// What a file holds: what it would do, or something that must be asked about first.
enum Found {
    Offer(Offer),
    Foreign(Foreign),
    Alike(Vec<RowAlike>),
    Sealed(Vec<u8>),
}

type Work = Pin<Box<dyn Future<Output = Result<Found, ImportError>>>>;

async fn read(desk: Desk, file: &File, watch: Watch) -> Result<Found, ImportError> {
    let name = file.name();
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    let cards = matches!(&*ending, "vcf" | "vcard");
    let table = matches!(&*ending, "csv" | "tsv" | "tab" | "txt");
    if matches!(&*ending, "xlsx" | "xls" | "ods" | "numbers") {
        return Err(ImportError::Spreadsheet);
    }
    let max = if name.ends_with(SUFFIX) { MAX_SEALED_FILE_BYTES } else { MAX_ARCHIVE_BYTES };
    let bytes = read_bytes(file, max).await.map_err(|error| match error {
        FileError::TooLarge { bytes, max } => ImportError::Refused(Refusal::TooLarge { bytes, max }),
        FileError::NotText => ImportError::Refused(Refusal::NotText),
        FileError::Unreadable => ImportError::Unreadable,
    })?;
    if is_sealed(&bytes) {
        return Ok(Found::Sealed(bytes));
    }
    if cards || table {
        return Ok(Found::Foreign(Foreign { name, bytes, cards }));
    }
    offered(desk, bytes, watch).await
}

async fn offered(desk: Desk, bytes: Vec<u8>, watch: Watch) -> Result<Found, ImportError> {
    errand::offer(desk, bytes, watch).await.unwrap_or(Err(ImportError::NotFetched)).map(Found::Offer)
}

/// A place to choose a file, or to drop it.
#[component]
pub(crate) fn FileChoice(
    /// Where the file goes.
    importing: Importing,
    /// What the choice is called.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    let over = RwSignal::new(false);
    let choose = move |event: leptos::ev::Event| {
        if let Some(file) = chosen(&event) {
            importing.read(file);
        }
    };
    let drop = move |event: leptos::ev::DragEvent| {
        event.prevent_default();
        over.set(false);
        let files = event.data_transfer().and_then(|transfer| transfer.files());
        if let Some(file) = files.and_then(|files| files.get(0)) {
            importing.read(file);
        }
    };
    view! {
        <div
            class="drop"
            class:drop-over=over
            on:dragover=move |event| {
                event.prevent_default();
                over.set(true);
            }
            on:dragleave=move |_| over.set(false)
            on:drop=drop
        >
            <label class="btn file-btn">
                <input type="file" class="visually-hidden" accept=ACCEPTED on:change=choose/>
                <Icon glyph=Glyph::Merge/>
                {label}
            </label>
            <span class="hint">{said(|t| t.common().drop)}</span>
        </div>
    }
    .into_any()
}
