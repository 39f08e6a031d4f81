use super::hours::HoursField;
use super::kept::{KeptLine, Wrong};
use super::logo::LogoField;
use crate::app::command;
use crate::app::desk::{Desk, use_desk};
use crate::app::story::{shop_field_name, shop_words};
use crate::domain::hours::Hours;
use crate::domain::id::StaffId;
use crate::domain::lang::Lang;
use crate::domain::phone::Phone;
use crate::domain::shop::{SHOP_ID, Shop, ShopField, ShopKind};
use crate::domain::text::{MAX_LINE, optional, required};
use crate::journal::Conflict;
use crate::paper::hours_in_words;
use crate::ui::part::{Choice, ChoiceOption, Glyph, Icon, conflict_cards, label, live, said};
use crate::ui::route::Route;
use leptos::prelude::*;
use std::sync::Arc;

/// What stands on the letterhead. Each field is kept when it is left.
#[component]
pub(super) fn ShopProfile(
    /// The shop as it is now.
    shop: Memo<Shop>,
) -> impl IntoView {
    let desk = use_desk();
    let set = move |field: ShopField| set(desk, shop, field);
    let name = move |typed: String| match required(&typed, MAX_LINE) {
        Ok(name) => set(ShopField::Name(name)),
        Err(error) => Some(Arc::new(error) as Wrong),
    };
    let phone = move |typed: String| match typed.trim() {
        "" => set(ShopField::Phone(None)),
        typed => match Phone::parse(typed) {
            Ok(phone) => set(ShopField::Phone(Some(phone))),
            Err(error) => Some(Arc::new(error) as Wrong),
        },
    };
    let address = move |typed: String| match optional(&typed, MAX_LINE) {
        Ok(address) => set(ShopField::Address(address)),
        Err(error) => Some(Arc::new(error) as Wrong),
    };
    let phone_now = move || shop.with(|shop| shop.phone().and_then(|p| p.as_ref().map(ToString::to_string)));
    let conflicts = live(move || {
        let conflicts = shop.with(|shop| shop.fields.conflicts());
        shop_conflicts(desk, conflicts, Callback::new(move |field| drop(set(field))))
    });
    view! {
        <section class="section card">
            <h2>{said(|t| t.settings().shop)}</h2>
            <p class="muted">{said(|t| t.settings().shop_text)}</p>
            {conflicts}
            <div class="form-grid">
                <KeptLine
                    label=label(|t| t.names().shop_name)
                    value=Signal::derive(move || shop.with(|shop| shop.name().cloned().unwrap_or_default()))
                    keep=name
                    autocomplete="organization"
                />
                <KeptLine
                    label=label(|t| t.names().shop_phone)
                    value=Signal::derive(move || phone_now().unwrap_or_default())
                    keep=phone
                    hint=label(|t| t.settings().shop_phone_hint)
                    kind="tel"
                    autocomplete="tel"
                />
                <div class="wide">
                    <KeptLine
                        label=label(|t| t.names().shop_address)
                        value=Signal::derive(move || shop.with(|shop| shop.address().cloned().unwrap_or_default()))
                        keep=address
                        autocomplete="street-address"
                    />
                </div>
                <div class="wide">
                    <LogoField
                        value=Signal::derive(move || shop.with(|shop| shop.logo().cloned().flatten()))
                        on_change=move |logo| { set(ShopField::Logo(logo)); }
                    />
                </div>
            </div>
        </section>
    }
    .into_any()
}

/// When the shop is open.
#[component]
pub(super) fn ShopHours(
    /// The shop as it is now.
    shop: Memo<Shop>,
) -> impl IntoView {
    let desk = use_desk();
    let hours = Memo::new(move |_| shop.with(|shop| shop.hours().cloned().unwrap_or_default()));
    view! {
        <section class="section card">
            <h2>{said(|t| t.settings().hours)}</h2>
            <HoursDisclosure
                value=hours
                on_change=move |hours: Hours| { set(desk, shop, ShopField::Hours(hours)); }
            />
            <p class="muted">{said(|t| t.hours().settings_text)}</p>
            <div class="btn-row">
                <a class="btn" href=Route::Hours.href()>
                    <Icon glyph=Glyph::Today/>
                    {said(|t| t.hours().open)}
                </a>
            </div>
        </section>
    }
    .into_any()
}

/// The hours in words, and the lines to change them when asked for.
#[component]
pub(crate) fn HoursDisclosure(
    /// The hours that hold.
    #[prop(into)]
    value: Signal<Hours>,
    /// Called with those that shall hold.
    #[prop(into)]
    on_change: Callback<Hours>,
) -> impl IntoView {
    let desk = use_desk();
    let words = move || {
        let t = desk.t();
        value.with(|hours| match hours.is_empty() {
            true => t.settings().hours_none.to_owned(),
            false => hours_in_words(t, hours),
        })
    };
    view! {
        <p class="figure">{words}</p>
        <details class="disclosure">
            <summary>{said(|t| t.settings().hours_change)}</summary>
            <HoursField value=value on_change=on_change/>
        </details>
    }
}

/// The language that papers are in unless told otherwise.
#[component]
pub(super) fn PapersLanguage(
    /// The shop as it is now.
    shop: Memo<Shop>,
) -> impl IntoView {
    let desk = use_desk();
    let options = Lang::ALL.into_iter().map(|lang| ChoiceOption::new(lang.tag(), lang.own_name())).collect();
    let now = move || shop.with(|shop| shop.language().copied()).unwrap_or_else(|| desk.lang.get());
    view! {
        <section class="section card">
            <h2>{said(|t| t.settings().papers)}</h2>
            <Choice
                label=label(|t| t.names().shop_language)
                options=Signal::stored(options)
                value=Signal::derive(move || now().tag().to_owned())
                on_choose=move |tag: String| {
                    if let Some(lang) = Lang::from_tag(&tag) {
                        set(desk, shop, ShopField::Language(lang));
                    }
                }
            />
            <p class="hint">{said(|t| t.settings().papers_hint)}</p>
        </section>
    }
    .into_any()
}

/// Keeps a field; nothing is wrong with it.
pub(super) fn set(desk: Desk, shop: Memo<Shop>, field: ShopField) -> Option<Wrong> {
    let new = shop.with_untracked(|shop| command::set::<ShopKind>(&desk.pen(), SHOP_ID, shop, vec![field]));
    desk.save(new);
    None
}

/// Fields of the shop that two devices gave different values, each settled by one press. Follows
/// the language.
pub(crate) fn shop_conflicts(
    desk: Desk,
    conflicts: Vec<Conflict<ShopField>>,
    keep: Callback<ShopField>,
) -> Vec<AnyView> {
    let (t, lang) = (desk.t(), desk.lang.get());
    let staff = |id: &StaffId| Some(desk.staff_name(id.as_str())).filter(|name| !name.is_empty());
    conflict_cards(
        desk,
        conflicts,
        |key| shop_field_name(lang, *key),
        |held| shop_words(t, &staff, held),
        keep,
    )
}
