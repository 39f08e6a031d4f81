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
use std::any::Any;
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
    Alike,
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

/// What is noted while a file is taken over.
#[derive(Default)]
struct Course {
    /// Counts the files that were chosen, so that one given up is not offered later.
    attempt: u32,
    /// A [`Begun`]: of no type here, for the first page need not know what stands in it.
    begun: Option<Arc<dyn Any + Send + Sync>>,
}

/// The taking over of a file. Copied freely: it is a handle.
#[derive(Clone, Copy)]
pub(crate) struct Importing {
    desk: Desk,
    pub(super) step: RwSignal<Step>,
    /// How many records of how many were compared.
    pub(super) progress: RwSignal<(usize, usize)>,
    /// What is noted meanwhile.
    course: StoredValue<Course>,
}

impl Importing {
    pub(crate) fn new() -> Self {
        Self {
            desk: use_desk(),
            step: RwSignal::new(Step::Idle),
            progress: RwSignal::new((0, 0)),
            course: StoredValue::new(Course::default()),
        }
    }

    /// Whether no file was chosen. Follows changes.
    pub(crate) fn is_idle(self) -> bool {
        self.step.with(|step| matches!(step, Step::Idle))
    }

    /// Gives up what was chosen. Nothing was stored by choosing it.
    pub(crate) fn reset(self) {
        self.stop();
        self.course(|course| course.begun = None);
        self.step.set(Step::Idle);
    }

    /// Changes the course, and says which attempt it is; nothing once the page is gone.
    fn course(self, change: fn(&mut Course)) -> Option<u32> {
        self.course.try_update_value(|course| {
            change(course);
            course.attempt
        })
    }

    fn keep(self, begun: Arc<Begun>) {
        self.course.try_update_value(|course| course.begun = Some(begun));
    }

    /// What is under way is no longer wanted.
    fn stop(self) {
        self.course(|course| course.attempt += 1);
        self.progress.set((0, 0));
    }

    /// What was said of a file of another program so far.
    pub(super) fn begun(self) -> Option<Arc<Begun>> {
        self.course.try_with_value(|course| course.begun.clone())??.downcast().ok()
    }

    /// One step back: from what a table would do to the rows that were asked about, else to its columns;
    /// of any other file, and from there, to the choice of a file. What was said is kept.
    pub(super) fn back(self, from_rows: bool) {
        let Some(begun) = self.begun() else { return self.reset() };
        self.stop();
        let asked = begun.alike.is_some() && !from_rows;
        self.step.set(if asked { Step::Alike } else { Step::Foreign(begun.foreign.clone()) });
    }

    /// Goes on with a file of another program, read like this.
    pub(super) fn look_at_rows(self, foreign: Arc<Foreign>, reading: Reading) {
        let reading = Arc::new(reading);
        let alike = self.begun().and_then(|begun| begun.alike.clone()).filter(|_| reading.asked);
        let begun = Arc::new(Begun { foreign, reading, alike });
        self.keep(begun.clone());
        let desk = self.desk;
        self.begin(begun.foreign.name.clone(), &move |watch| {
            let begun = begun.clone();
            Box::pin(async move {
                let Begun { foreign, reading, .. } = &*begun;
                let rows = match look_at_rows(desk, foreign, reading, watch).await? {
                    Looked::Offer(offer) => {
                        return Ok(Step::Offered(foreign.name.clone(), Arc::new(*offer)));
                    }
                    Looked::Alike(rows) => Some(Arc::new(rows)),
                };
                let asked = Begun { alike: rows, ..(*begun).clone() };
                // Another file may have been chosen meanwhile.
                if self.begun().is_some_and(|now| Arc::ptr_eq(&now, &begun)) {
                    self.keep(Arc::new(asked));
                }
                Ok(Step::Alike)
            })
        });
    }

    fn read(self, file: File) {
        self.course(|course| course.begun = None);
        let name = file.name();
        let desk = self.desk;
        self.begin(name, &move |watch| {
            let file = file.clone();
            Box::pin(async move { read(desk, &file, watch).await })
        });
    }

    fn begin(self, name: String, work: &dyn Fn(Watch) -> Work) {
        self.stop();
        let attempt = self.course(|_| ());
        self.step.set(Step::Reading(name));
        // The page may be gone, or another file chosen.
        let is_wanted = move || self.course(|_| ()) == attempt;
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
            self.step.set(found.unwrap_or_else(Step::Failed));
        });
    }

    /// Goes on with what was in a sealed file.
    pub(super) fn opened(self, name: String, bytes: Vec<u8>) {
        let (desk, of) = (self.desk, name.clone());
        let bytes = StoredValue::new_local(bytes);
        self.begin(of, &move |watch| {
            let bytes = bytes.try_update_value(std::mem::take).unwrap_or_default();
            let name = name.clone();
            Box::pin(async move { offered(desk, name, bytes, watch).await })
        });
    }

    pub(super) fn accept(self, name: String, plan: Plan) {
        self.step.set(Step::TakingOver(plan.news.0.len()));
        leptos::task::spawn_local(async move {
            let stored = take_over(self.desk, &plan, &name).await;
            self.step.try_set(match stored {
                Ok(earlier) => {
                    self.course(|course| course.begun = None);
                    Step::Done(Arc::new(plan), Arc::new(earlier))
                }
                Err(error) => Step::Failed(ImportError::Store(error)),
            });
        });
    }

    /// Looks what taking an import back would do.
    pub(super) fn look_back(self, earlier: Arc<Earlier>) {
        self.reset();
        let attempt = self.course(|_| ());
        self.step.set(Step::LookingBack);
        leptos::task::spawn_local(async move {
            let found = look_back(self.desk, &earlier).await;
            if self.course(|_| ()) != attempt {
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

/// What looks at a file: what it would do, or what must be asked about it first.
type Work = Pin<Box<dyn Future<Output = Result<Step, ImportError>>>>;

async fn read(desk: Desk, file: &File, watch: Watch) -> Result<Step, ImportError> {
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
        return Ok(Step::Sealed(name, Arc::new(bytes)));
    }
    if cards || table {
        return Ok(Step::Foreign(Arc::new(Foreign { name, bytes, cards })));
    }
    offered(desk, name, bytes, watch).await
}

async fn offered(desk: Desk, name: String, bytes: Vec<u8>, watch: Watch) -> Result<Step, ImportError> {
    let offer = errand::offer(desk, bytes, watch).await.unwrap_or(Err(ImportError::NotFetched))?;
    Ok(Step::Offered(name, Arc::new(offer)))
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
