use super::{Button, said};
use crate::platform::on_demand::{Job, NotFetched};
use leptos::prelude::*;
use leptos::reactive::computed::ScopedFuture;
use std::time::Duration;

/// How long the fetching may take before something is shown.
const PATIENCE: Duration = Duration::from_millis(200);

/// How far the fetching has come.
#[derive(Clone, Copy, PartialEq)]
enum Step {
    Quiet,
    Slow,
    Here,
    Failed,
}

/// A view whose code is fetched first. What is made of it lives as long as this place.
pub(crate) fn fetched<F>(make: impl Fn() -> F + Send + Sync + 'static) -> AnyView
where
    F: Future<Output = Result<AnyView, NotFetched>> + 'static,
{
    fetched_job(Box::new(move || Box::pin(make())))
}

fn fetched_job(make: Box<dyn Fn() -> Job<Result<AnyView, NotFetched>> + Send + Sync>) -> AnyView {
    let step = RwSignal::new(Step::Quiet);
    let view = StoredValue::new_local(None::<AnyView>);
    let owner = Owner::current().unwrap_or_default();
    let fetch = Callback::new(move |()| {
        step.set(Step::Quiet);
        let wait = move || {
            if step.try_get_untracked() == Some(Step::Quiet) {
                step.set(Step::Slow);
            }
        };
        set_timeout(wait, PATIENCE);
        // What the page makes, it makes as a child of this place, however late it comes.
        let job = owner.with(|| ScopedFuture::new(make()));
        leptos::task::spawn_local(async move {
            let made = job.await;
            let now = if made.is_ok() { Step::Here } else { Step::Failed };
            // The page may have been left.
            view.try_set_value(made.ok());
            step.try_set(now);
        });
    });
    fetch.run(());
    (move || match step.get() {
        Step::Quiet => ().into_any(),
        Step::Slow => {
            view! { <p class="starting muted" role="status">{said(|t| t.common().starting)}</p> }.into_any()
        }
        Step::Here => view.try_update_value(Option::take).flatten().unwrap_or_else(|| ().into_any()),
        Step::Failed => view! {
            <div class="banner" role="alert">
                <p>{said(|t| t.common().not_fetched)}</p>
                <Button label=|t| t.common().try_again on_press=move |()| fetch.run(())/>
            </div>
        }
        .into_any(),
    })
    .into_any()
}
