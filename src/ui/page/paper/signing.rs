use crate::app::command::{SignError, note, sign_paper};
use crate::app::desk::use_desk;
use crate::domain::document::Issued;
use crate::domain::signature::{GRID_HEIGHT, GRID_WIDTH, Signature, SignerRole};
use crate::i18n::Named;
use crate::i18n::when::exact;
use crate::journal::Held;
use crate::platform::clock::zone_offset_minutes;
use crate::ui::page::case::Shown;
use crate::ui::part::{Button, Glyph, SignDialog, Signed, live};
use leptos::prelude::*;

/// The way to sign an issued paper on the screen, while somebody still can.
#[component]
pub(crate) fn SignButton(shown: Shown, paper: Issued) -> impl IntoView {
    let desk = use_desk();
    let (s, paper) = (StoredValue::new(shown), StoredValue::new(paper));
    let open = RwSignal::new(false);
    let roles = Memo::new(move |_| {
        s.with_value(|shown| shown.read(|case| paper.with_value(|paper| case.roles_to_sign(paper))))
    });
    let can = Memo::new(move |_| roles.with(|roles| !roles.is_empty()));
    // Who mostly signs for whom: the customer, and who is at this device.
    let name_of = Callback::new(move |role: SignerRole| match role {
        SignerRole::Customer => {
            let case = s.with_value(Shown::case_untracked);
            let id = case.customer().map_or("", |id| id.as_str());
            desk.index.with_untracked(|index| index.customer_name(id).to_owned())
        }
        SignerRole::Member | SignerRole::Shop => {
            untrack(|| desk.me.get().map(|me| desk.staff_name(me.as_str())).unwrap_or_default())
        }
    });
    let sign = Callback::new(move |signed: Signed| -> Result<(), SignError> {
        let (shown, pen) = (s.get_value(), desk.pen());
        let records = match signed {
            Signed::Drawn { role, name, strokes } => paper.with_value(|paper| {
                sign_paper(&pen, &shown.id, &shown.case_untracked(), paper, role, &name, strokes)
            })?,
            Signed::OnPaper(words) => note(&pen, &shown.id, &words),
        };
        desk.save(records);
        desk.say(untrack(|| desk.t()).signing().signed, None);
        Ok(())
    });
    let (number, hash) = paper.with_value(|paper| (paper.number.clone(), paper.hash.clone()));
    let button = live(move || {
        can.get().then(|| {
            view! {
                <Button label=|t| t.signing().sign glyph=Glyph::Note on_press=move |()| open.set(true)/>
            }
        })
    });
    view! {
        {button}
        <SignDialog open=open number=number hash=hash roles=roles name_of=name_of on_sign=sign/>
    }
    .into_any()
}

/// Who signed a paper and when, and for whom nobody has signed yet.
#[component]
pub(crate) fn Signatures(
    shown: Shown,
    paper: Issued,
    /// Whether it can still be signed.
    #[prop(into)]
    asks: Signal<bool>,
    /// Whether what was drawn is shown, where the paper itself is not.
    #[prop(optional)]
    drawn: bool,
) -> impl IntoView {
    let desk = use_desk();
    live(move || {
        let t = desk.t();
        let row = |held: Held<&Signature>| {
            let Signature { name, role, strokes, .. } = held.value;
            let who = t.signing().signed_by(name, &role.name(t));
            let when = exact(desk.lang.get(), held.stamp.millis, zone_offset_minutes);
            let drawn = drawn.then(|| {
                view! {
                    <svg class="drawn" viewBox=format!("0 0 {GRID_WIDTH} {GRID_HEIGHT}") aria-hidden="true">
                        <path d=strokes.path()></path>
                    </svg>
                }
            });
            view! {
                <li>
                    {drawn}
                    <p>{who} " · " <time>{when}</time></p>
                </li>
            }
        };
        let (rows, open) = shown.read(|case| {
            let rows: Vec<_> = case.signatures(&paper.hash).map(row).collect();
            let asks = asks.get() && !paper.document.places().is_empty();
            let open = if asks { case.roles_to_sign(&paper) } else { Vec::new() };
            (rows, open)
        });
        let names: Vec<_> = open.iter().map(|role| role.name(t)).collect();
        let open = (!names.is_empty()).then(|| t.signing().still_open(&names.join(t.common().comma)));
        let rows = (!rows.is_empty()).then(|| view! { <ul class="signatures">{rows}</ul> });
        view! {
            {rows}
            {open.map(|open| view! { <p class="hint">{open}</p> })}
        }
    })
}
