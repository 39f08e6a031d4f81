use crate::app::backup::use_backup;
use crate::app::desk::use_desk;
use crate::app::space::Space;
use crate::i18n::archive_words;
use crate::journal::DeviceId;
use crate::platform::storage;
use crate::store::Damaged;
use crate::ui::part::{Button, Glyph, Icon, live, said};
use leptos::prelude::*;

/// The most damaged rows that are listed.
const MAX_DAMAGED: usize = 50;

/// What a device is known by: the beginning of its numbers.
pub(super) fn device_code(device: &str) -> String {
    DeviceId::parse(device).map(|device| device.code()).unwrap_or_default()
}

/// What this browser keeps, how much room it takes, and for how long.
#[component]
pub(super) fn ThisDevice() -> impl IntoView {
    let desk = use_desk();
    let estimate = RwSignal::new(None::<Option<(u64, u64)>>);
    let kept = RwSignal::new(None::<bool>);
    let measure = move || {
        leptos::task::spawn_local(async move {
            let measured = storage::estimate().await;
            estimate.try_set(Some(measured));
            let answer = storage::is_persisted().await;
            kept.try_set(answer);
        });
    };
    Effect::new(move |_| {
        desk.saving.track();
        measure();
    });
    let used = Signal::derive(move || match estimate.get() {
        None => String::new(),
        Some(None) => desk.t().data().device_unknown.to_owned(),
        Some(Some((used, quota))) => {
            let space = Space::of(used, quota);
            desk.t().space().used_and_free(&archive_words::size(space.used), &archive_words::size(space.free))
        }
    });
    let little = Memo::new(move |_| {
        estimate.get().flatten().is_some_and(|(used, quota)| Space::of(used, quota).is_little())
    });
    let warning = live(move || {
        little.get().then(|| {
            view! {
                <p class="space-little" role="status">
                    <Icon glyph=Glyph::Warning/>
                    {said(|t| t.space().little)}
                </p>
            }
        })
    });
    let holds = Signal::derive(move || {
        desk.index.with(|index| {
            desk.t().data().device_counts(
                &index.cases.len(),
                &index.customers.len(),
                &index.assets.len(),
                &index.letters.len(),
            )
        })
    });
    let kept_words = Signal::derive(move || match kept.get() {
        Some(true) => desk.t().data().device_kept_yes,
        Some(false) => desk.t().space().kept_no,
        None => desk.t().data().device_unknown,
    });
    let ask = live(move || {
        (kept.get() == Some(false)).then(|| {
            view! {
                <Button
                    label=|t| t.data().device_kept_ask
                    on_press=move |()| storage::request_persist(move |answer| { kept.try_set(Some(answer)); })
                />
            }
        })
    });
    view! {
        <section class="section card">
            <h2>{said(|t| t.data().device_title)}</h2>
            <dl class="facts">
                <dt>{said(|t| t.data().device_code)}</dt>
                <dd class="figure">{device_code(&desk.device())}</dd>
                <dt>{said(|t| t.data().device_holds)}</dt>
                <dd>{holds}</dd>
                <dt>{said(|t| t.data().device_used)}</dt>
                <dd class="figure">{used}</dd>
                <dt>{said(|t| t.data().device_kept)}</dt>
                <dd>{kept_words}</dd>
            </dl>
            {warning}
            <div class="btn-row">{ask}</div>
        </section>
    }
    .into_any()
}

/// The rows of the store that could not be read, if there are any.
#[component]
pub(super) fn DamagedRows() -> impl IntoView {
    let desk = use_desk();
    let backup = use_backup();
    let item = move |damaged: Damaged| {
        let words = Signal::derive(move || archive_words::damage(desk.t(), &damaged.reason));
        view! { <li><span>{damaged.row}</span><span class="small">{words}</span></li> }
    };
    live(move || {
        let rows = desk.damaged.get();
        if rows.is_empty() {
            return ().into_any();
        }
        let more = rows.len().saturating_sub(MAX_DAMAGED);
        view! {
            <section class="section card damaged">
                <h2>{said(|t| t.data().damaged_title)}</h2>
                <p>{said(|t| t.data().damaged_text)}</p>
                <ul class="refused">{rows.into_iter().take(MAX_DAMAGED).map(item).collect_view()}</ul>
                {(more > 0).then(|| view! { <p class="hint">{Signal::derive(move || desk.t().data().more(&more))}</p> })}
                <div class="btn-row">
                    <Button label=|t| t.data().damaged_save on_press=move |()| { backup.export_damaged(); }/>
                </div>
            </section>
        }
        .into_any()
    })
}
