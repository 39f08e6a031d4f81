//! The pages beside the first: each is fetched when it is first opened.

use super::page;
use super::route::{Part, ProcessPaper, Route};
use crate::domain::paper_kind::PaperKind;
use crate::on_demand;
use leptos::prelude::*;

on_demand! { first:
    pub(super) fn first_run() -> AnyView { view! { <page::FirstRun/> }.into_any() }
}

on_demand! { safety:
    pub(super) fn trouble() -> AnyView { view! { <page::Trouble/> }.into_any() }
    pub(super) fn sample_line() -> AnyView { view! { <page::SampleLine/> }.into_any() }
    pub(super) fn reminder() -> AnyView { view! { <page::Reminder/> }.into_any() }
}

on_demand! { work:
    pub(super) fn new_request() -> AnyView { view! { <page::NewRequest/> }.into_any() }
    pub(super) fn cases() -> AnyView { view! { <page::Cases/> }.into_any() }
    pub(super) fn board() -> AnyView { view! { <page::Board/> }.into_any() }
    pub(super) fn case(id: String) -> AnyView { view! { <page::Case id=id/> }.into_any() }
    pub(super) fn case_part(id: String, part: Part) -> AnyView {
        view! { <page::CasePart id=id part=part/> }.into_any()
    }
    pub(super) fn lock(button: bool) -> AnyView { page::lock(button) }
    pub(super) fn asking() -> AnyView { view! { <page::Asking/> }.into_any() }
    pub(super) fn paper(id: String, kind: PaperKind, visit: Option<String>) -> AnyView {
        view! { <page::Paper id=id kind=kind visit=visit/> }.into_any()
    }
    pub(super) fn calendar() -> AnyView { view! { <page::Calendar/> }.into_any() }
    pub(super) fn complaints() -> AnyView { view! { <page::Complaints/> }.into_any() }
    pub(super) fn promises(route: ReadSignal<Route>) -> AnyView { view! { <page::Promises route=route/> }.into_any() }
    pub(super) fn receipt(id: String) -> AnyView { view! { <page::Receipt id=id/> }.into_any() }
    pub(super) fn customers() -> AnyView { view! { <page::Customers/> }.into_any() }
    pub(super) fn same_customers() -> AnyView { view! { <page::SameCustomers/> }.into_any() }
    pub(super) fn customer(id: String) -> AnyView { view! { <page::Customer id=id/> }.into_any() }
    pub(super) fn asset(id: String) -> AnyView { view! { <page::Asset id=id/> }.into_any() }
    pub(super) fn letters() -> AnyView { view! { <page::Letters/> }.into_any() }
    pub(super) fn letter(id: String) -> AnyView { view! { <page::Letter id=id/> }.into_any() }
    pub(super) fn processes() -> AnyView { view! { <page::Processes/> }.into_any() }
    pub(super) fn process(id: String) -> AnyView { view! { <page::Process id=id/> }.into_any() }
    pub(super) fn process_editor(id: String) -> AnyView { view! { <page::ProcessEditor id=id/> }.into_any() }
    pub(super) fn process_paper(id: String, paper: ProcessPaper) -> AnyView {
        view! { <page::ProcessPaperPage id=id paper=paper/> }.into_any()
    }
    pub(super) fn improvements(route: Route) -> AnyView { page::improvements(route) }
    pub(super) fn hours() -> AnyView { view! { <page::Hours/> }.into_any() }
    pub(super) fn settings() -> AnyView { view! { <page::Settings/> }.into_any() }
    pub(super) fn first_import(importing: page::Importing) -> AnyView {
        view! { <page::FirstImport importing=importing/> }.into_any()
    }
    pub(super) fn logo_and_hours(form: page::FirstForm) -> AnyView {
        view! { <page::LogoAndHours form=form/> }.into_any()
    }
    pub(super) fn folder_line() -> AnyView { view! { <page::FolderLine/> }.into_any() }
    pub(super) fn data() -> AnyView { view! { <page::Data/> }.into_any() }
}
