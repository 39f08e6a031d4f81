use super::back::{Back, NotBack, TookBack};
use super::importing::{FileChoice, Importing, Step};
use super::plan::{Linked, PlanView, tally};
use super::table::{AlikeView, TableView};
use super::unkey::OpenByKey;
use super::unseal::Unseal;
use crate::app::desk::use_desk;
use crate::app::import::{Earlier, ImportError, SheetError};
use crate::archive::Plan;
use crate::archive::sealed::asks_passphrase;
use crate::archive::tables::SheetKind;
use crate::i18n::sheet_words::{map_error, table_error};
use crate::i18n::{Texts, archive_words};
use crate::ui::page::safety::trouble_words;
use crate::ui::part::{Button, Text, label, live, said};
use leptos::prelude::*;
use std::sync::Arc;

/// The taking over of a file, step by step. The children stand at the end of the last step.
#[component]
pub(crate) fn ImportSteps(importing: Importing, children: ChildrenFn) -> impl IntoView {
    let children = StoredValue::new(children);
    let last = move || children.with_value(|children| children());
    live(move || match importing.step.get() {
        Step::Idle => ().into_any(),
        Step::Reading(name) => view! { <Reading importing=importing name=name/> }.into_any(),
        Step::Foreign(foreign) => view! { <TableView importing=importing foreign=foreign/> }.into_any(),
        Step::Alike => view! { <AlikeView importing=importing/> }.into_any(),
        Step::Sealed(name, sealed) if asks_passphrase(&sealed) => {
            view! { <Unseal importing=importing name=name sealed=sealed/> }.into_any()
        }
        Step::Sealed(name, sealed) => {
            view! { <OpenByKey importing=importing name=name sealed=sealed/> }.into_any()
        }
        Step::Offered(name, offer) => {
            view! { <PlanView importing=importing name=name offer=offer/> }.into_any()
        }
        Step::TakingOver(count) => view! { <Writing count=count/> }.into_any(),
        Step::Done(plan, earlier) => view! {
            <Done importing=importing plan=plan earlier=earlier/>
            {last()}
        }
        .into_any(),
        Step::Failed(error) => view! { <Failed importing=importing error=error/> }.into_any(),
        Step::LookingBack => view! {
            <section class="section card import-wait">
                <p role="status">{said(|t| t.import().looking_back)}</p>
                <div class="btn-row">
                    <Button label=|t| t.common().cancel on_press=move |()| importing.reset()/>
                </div>
            </section>
        }
        .into_any(),
        Step::Back(earlier, back) => {
            view! { <Back importing=importing earlier=earlier back=back/> }.into_any()
        }
        Step::TookBack(counts) => view! { <TookBack counts=counts/> {last()} }.into_any(),
        Step::NotBack(error) => view! { <NotBack error=error/> {last()} }.into_any(),
    })
}

/// A file is being read, and compared with what is here: how far, and a way out.
#[component]
fn Reading(importing: Importing, name: String) -> impl IntoView {
    let desk = use_desk();
    let words = Signal::derive(move || match importing.progress.get() {
        (_, 0) => desk.t().data().reading(&name),
        (done, all) => desk.t().import().comparing(&done, &all),
    });
    let bar = live(move || {
        let (done, all) = importing.progress.get();
        (all > 0).then(|| {
            view! {
                <progress
                    class="progress"
                    aria-label=said(|t| t.import().progress)
                    max=all.to_string()
                    value=done.to_string()
                ></progress>
            }
        })
    });
    view! {
        <section class="section card import-wait">
            <p role="status">{words}</p>
            {bar}
            <p class="hint">{said(|t| t.import().not_yet)}</p>
            <div class="btn-row">
                <Button label=|t| t.common().cancel on_press=move |()| importing.back(false)/>
            </div>
        </section>
    }
    .into_any()
}

/// The one transaction is under way.
#[component]
fn Writing(count: usize) -> impl IntoView {
    let desk = use_desk();
    view! {
        <section class="section card import-wait">
            <p role="status">{move || desk.t().import().writing(&count)}</p>
            <p class="hint">{said(|t| t.import().writing_note)}</p>
        </section>
    }
    .into_any()
}

#[component]
fn Done(importing: Importing, plan: Arc<Plan>, earlier: Arc<Earlier>) -> impl IntoView {
    let desk = use_desk();
    let [new, changed, _, conflicts] = tally(&plan);
    let (refused, files) = (plan.refused.len(), plan.files.len());
    let done = Signal::derive(move || {
        let t = desk.t();
        let mut words = match new + changed + conflicts {
            0 if files == 0 => t.data().done_nothing.to_owned(),
            0 => t.photos().done_files(&files),
            _ => t.data().done_text(&new, &changed, &conflicts),
        };
        if refused > 0 {
            words.push(' ');
            words.push_str(&t.data().done_refused(&refused));
        }
        words
    });
    let to_settle = (conflicts > 0).then(|| {
        view! {
            <p>{said(|t| t.data().done_choose)}</p>
            <Linked plan=plan/>
        }
    });
    let can_undo = !earlier.mark.new.is_empty() || !earlier.mark.changed.is_empty();
    let undo = can_undo.then(|| {
        view! {
            <div class="btn-row">
                <Button
                    label=|t| t.import().undo
                    on_press=move |()| importing.look_back(earlier.clone())
                />
            </div>
        }
    });
    view! {
        <section class="section card">
            <h2>{said(|t| t.data().done_title)}</h2>
            <p role="status">{done}</p>
            {to_settle}
            {undo}
        </section>
    }
    .into_any()
}

#[component]
fn Failed(importing: Importing, error: ImportError) -> impl IntoView {
    let desk = use_desk();
    let store = matches!(error, ImportError::Store(_));
    let title: Text = if store { |t| t.data().failed_store_title } else { |t| t.data().failed_title };
    view! {
        <section class="section card">
            <h2>{said(title)}</h2>
            <div role="alert" class="refusal">
                <p>{Signal::derive(move || words(desk.t(), &error))}</p>
                <p>{said(|t| t.data().nothing_stored)}</p>
            </div>
            <FileChoice
                importing=importing
                label=label(|t| t.data().another)
            />
            <div class="btn-row">
                <Button label=|t| t.common().back on_press=move |()| importing.back(false)/>
            </div>
        </section>
    }
    .into_any()
}

fn words(t: &'static Texts, error: &ImportError) -> String {
    match error {
        ImportError::Refused(refusal) => archive_words::refusal(t, refusal),
        ImportError::NotFetched => t.common().not_fetched.to_owned(),
        ImportError::Unreadable => t.data().unreadable.to_owned(),
        ImportError::Spreadsheet => t.import().spreadsheet.to_owned(),
        ImportError::Sheet(SheetError::Table(error)) => table_error(t, *error),
        // What the columns say is checked before the file is looked at.
        ImportError::Sheet(SheetError::Map(error)) => map_error(t, SheetKind::Customers, error),
        // Who gave it up is told nothing.
        ImportError::GivenUp => String::new(),
        ImportError::Store(error) => trouble_words(t, error),
    }
}
