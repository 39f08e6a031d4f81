//! Addresses: the part behind `#`, so that they work on a server and from a file alike.

/// A part of a case that has a page of its own.
pub use crate::domain::case::CasePart as Part;

use crate::domain::paper_kind::PaperKind;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// A paper of a process.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "each is the paper of the same name")]
pub enum ProcessPaper {
    Poster,
    Checklist,
}

/// Which page is shown.
#[derive(Clone, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "each is the page of the same name")]
pub enum Route {
    Today,
    NewRequest,
    Cases,
    Board,
    Case(String),
    CasePart(String, Part),
    Paper(String, PaperKind),
    VisitPaper(String, PaperKind, String),
    Receipt(String),
    Calendar,
    Complaints,
    Promises(String),
    Customers,
    SameCustomers,
    Customer(String),
    Asset(String),
    Letters,
    Letter(String),
    Processes,
    Process(String),
    ProcessEditor(String),
    ProcessPaper(String, ProcessPaper),
    Improvements,
    NewImprovement(String),
    Improvement(String),
    Hours,
    Settings,
    Data,
    Unknown,
}

impl Route {
    /// The page of an address such as `#/case/abc`.
    #[must_use]
    pub fn parse(hash: &str) -> Self {
        let path = hash.trim_start_matches('#').trim_matches('/');
        let parts: Vec<&str> = path.split('/').collect();
        match parts.as_slice() {
            [""] => Self::Today,
            ["new"] => Self::NewRequest,
            ["cases"] => Self::Cases,
            ["board"] => Self::Board,
            ["case", id] => Self::Case((*id).to_owned()),
            ["calendar"] => Self::Calendar,
            ["complaints"] => Self::Complaints,
            ["promises"] => Self::Promises(String::new()),
            ["promises", query] => Self::Promises((*query).to_owned()),
            ["case", id, "receipt"] => Self::Receipt((*id).to_owned()),
            ["case", id, "paper", kind] => match PaperKind::from_name(kind) {
                Some(kind) => Self::Paper((*id).to_owned(), kind),
                None => Self::Unknown,
            },
            ["case", id, "paper", kind, visit] => match PaperKind::from_name(kind) {
                Some(kind) => Self::VisitPaper((*id).to_owned(), kind, (*visit).to_owned()),
                None => Self::Unknown,
            },
            ["case", id, part] => match Part::from_name(part) {
                Some(part) => Self::CasePart((*id).to_owned(), part),
                None => Self::Unknown,
            },
            ["customers"] => Self::Customers,
            ["customers", "same"] => Self::SameCustomers,
            ["customer", id] => Self::Customer((*id).to_owned()),
            ["asset", id] => Self::Asset((*id).to_owned()),
            ["letters"] => Self::Letters,
            ["letter", id] => Self::Letter((*id).to_owned()),
            ["processes"] => Self::Processes,
            ["process", id] => Self::Process((*id).to_owned()),
            ["process", id, "edit"] => Self::ProcessEditor((*id).to_owned()),
            ["process", id, "poster"] => Self::ProcessPaper((*id).to_owned(), ProcessPaper::Poster),
            ["process", id, "checklist"] => Self::ProcessPaper((*id).to_owned(), ProcessPaper::Checklist),
            ["improvements"] => Self::Improvements,
            ["improvements", new] => Self::NewImprovement((*new).to_owned()),
            ["improvement", id] => Self::Improvement((*id).to_owned()),
            ["hours"] => Self::Hours,
            ["settings"] => Self::Settings,
            ["data"] => Self::Data,
            _ => Self::Unknown,
        }
    }

    /// The address of the page.
    #[must_use]
    pub fn href(&self) -> String {
        match self {
            Self::Today | Self::Unknown => "#/".to_owned(),
            Self::NewRequest => "#/new".to_owned(),
            Self::Cases => "#/cases".to_owned(),
            Self::Board => "#/board".to_owned(),
            Self::Case(id) => format!("#/case/{id}"),
            Self::CasePart(id, part) => format!("#/case/{id}/{}", part.name()),
            Self::Paper(id, kind) => format!("#/case/{id}/paper/{}", kind.name()),
            Self::VisitPaper(id, kind, visit) => format!("#/case/{id}/paper/{}/{visit}", kind.name()),
            Self::Calendar => "#/calendar".to_owned(),
            Self::Complaints => "#/complaints".to_owned(),
            Self::Promises(query) if query.is_empty() => "#/promises".to_owned(),
            Self::Promises(query) => format!("#/promises/{query}"),
            Self::Receipt(id) => format!("#/case/{id}/receipt"),
            Self::Customers => "#/customers".to_owned(),
            Self::SameCustomers => "#/customers/same".to_owned(),
            Self::Customer(id) => format!("#/customer/{id}"),
            Self::Asset(id) => format!("#/asset/{id}"),
            Self::Letters => "#/letters".to_owned(),
            Self::Letter(id) => format!("#/letter/{id}"),
            Self::Processes => "#/processes".to_owned(),
            Self::Process(id) => format!("#/process/{id}"),
            Self::ProcessEditor(id) => format!("#/process/{id}/edit"),
            Self::ProcessPaper(id, ProcessPaper::Poster) => format!("#/process/{id}/poster"),
            Self::ProcessPaper(id, ProcessPaper::Checklist) => format!("#/process/{id}/checklist"),
            Self::Improvements => "#/improvements".to_owned(),
            Self::NewImprovement(new) => format!("#/improvements/{new}"),
            Self::Improvement(id) => format!("#/improvement/{id}"),
            Self::Hours => "#/hours".to_owned(),
            Self::Settings => "#/settings".to_owned(),
            Self::Data => "#/data".to_owned(),
        }
    }

    /// Goes to the page.
    pub fn go(&self) {
        let _ = window().location().set_hash(&self.href());
    }
}

/// The page that the address names, as it changes.
#[must_use]
pub fn use_route() -> ReadSignal<Route> {
    let read = || Route::parse(&window().location().hash().unwrap_or_default());
    let (route, set_route) = signal(read());
    let listener = Closure::<dyn FnMut()>::new(move || {
        set_route.set(read());
        window().scroll_to_with_x_and_y(0.0, 0.0);
    });
    let _ = window().add_event_listener_with_callback("hashchange", listener.as_ref().unchecked_ref());
    listener.forget();
    route
}
