use super::importing::{FileChoice, Importing, Step};
use super::plan::{PlanView, Rows, tally};
use super::unseal::Unseal;
use crate::app::desk::use_desk;
use crate::app::import::{ImportError, Offer};
use crate::archive::Verdict;
use crate::i18n::{Texts, archive_words};
use crate::ui::page::safety::trouble_words;
use crate::ui::part::{Button, Text, label, live, said};
use leptos::prelude::*;
use std::sync::Arc;

/// The taking over of a file, step by step. The children stand at the end of the last step.
#[component]
pub(crate) fn ImportSteps(importing: Importing, children: ChildrenFn) -> impl IntoView {
    let desk = use_desk();
    let children = StoredValue::new(children);
    live(move || match importing.step.get() {
        Step::Idle => ().into_any(),
        Step::Reading(name) => {
            let reading = Signal::derive(move || desk.t().data().reading(&name));
            view! {
                <section class="section card import-wait">
                    <p role="status">{reading}</p>
                    <div class="btn-row">
                        <Button label=|t| t.common().cancel on_press=move |()| importing.reset()/>
                    </div>
                </section>
            }
            .into_any()
        }
        Step::Sealed(name, sealed) => {
            view! { <Unseal importing=importing name=name sealed=sealed/> }.into_any()
        }
        Step::Offered(name, offer) => {
            view! { <PlanView importing=importing name=name offer=offer/> }.into_any()
        }
        Step::TakingOver => view! {
            <section class="section card import-wait">
                <p role="status">{said(|t| t.data().taking_over)}</p>
            </section>
        }
        .into_any(),
        Step::Done(offer) => view! {
            <Done offer=offer/>
            {children.with_value(|children| children())}
        }
        .into_any(),
        Step::Failed(error) => view! { <Failed importing=importing error=error/> }.into_any(),
    })
}

#[component]
fn Done(offer: Arc<Offer>) -> impl IntoView {
    let desk = use_desk();
    let [new, changed, _, conflicts] = tally(&offer.plan);
    let (refused, files) = (offer.plan.refused.len(), offer.plan.files.len());
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
        let offer = offer.clone();
        view! {
            <p>{said(|t| t.data().done_choose)}</p>
            <Rows offer=offer fits=|verdict| matches!(verdict, Verdict::Conflict { .. }) linked=true/>
        }
    });
    view! {
        <section class="section card">
            <h2>{said(|t| t.data().done_title)}</h2>
            <p role="status">{done}</p>
            {to_settle}
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
                <Button label=|t| t.common().back on_press=move |()| importing.reset()/>
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
        ImportError::Store(error) => trouble_words(t, error),
    }
}
