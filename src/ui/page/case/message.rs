use super::Shown;
use crate::app::command::note_message;
use crate::app::desk::{Desk, use_desk};
use crate::app::messages::{MessageFacts, mail_link, message, ready_by, sms_link, suggested};
use crate::domain::case::{CaseDay, Channel};
use crate::domain::customer::{Customer, CustomerKind};
use crate::domain::date::Date;
use crate::domain::lang::Lang;
use crate::domain::message::{MessageMoment, MessageSent};
use crate::domain::phone::Phone;
use crate::i18n::Named;
use crate::i18n::when::{date_in_words, window_in_words};
use crate::platform::clipboard::copy_text;
use crate::platform::clock::{now_ms, zone_offset_minutes};
use crate::platform::share;
use crate::ui::part::{
    Button, Choice, ChoiceOption, Dialog, Glyph, Icon, Select, fresh_id, label, live, said,
};
use leptos::prelude::*;

/// How a message may have gone out.
const WAYS: [Channel; 4] = [Channel::Sms, Channel::Chat, Channel::Email, Channel::Social];

/// A short message to the customer: the words are made here and sent elsewhere.
#[component]
pub(super) fn MessagePart(shown: Shown) -> impl IntoView {
    let s = StoredValue::new(shown.clone());
    let desk = use_desk();
    let open = RwSignal::new(false);
    let id = shown.case_untracked().customer().map(ToString::to_string).unwrap_or_default();
    let customer = desk.folded::<CustomerKind>(id);
    let press = move |()| open.set(true);
    view! {
        <div class="btn-row">
            <Button label=|t| t.message().open glyph=Glyph::Note class="btn btn-quiet" on_press=press/>
        </div>
        <Dialog title=label(|t| t.message().title) open=open>
            <Composing shown=s.get_value() customer=customer open=open/>
        </Dialog>
    }
    .into_any()
}

#[component]
fn Composing(shown: Shown, customer: Memo<Option<Customer>>, open: RwSignal<bool>) -> impl IntoView {
    let desk = use_desk();
    let s = StoredValue::new(shown.clone());
    let now = now_ms();
    let today = Date::of_moment(now, zone_offset_minutes(now));
    let first = untrack(|| suggested(&shown.case_untracked(), ahead(desk, &shown), today));
    let moment = RwSignal::new(first);
    let shop_lang = untrack(|| desk.shop().language().copied());
    let lang = RwSignal::new(shop_lang.unwrap_or_else(|| desk.lang.get_untracked()));
    let text = RwSignal::new(String::new());
    let channel = RwSignal::new(Channel::Sms);
    let told = RwSignal::new(None::<fn(&'static crate::i18n::Texts) -> &'static str>);
    let area = NodeRef::<leptos::html::Textarea>::new();
    let area_id = fresh_id("message");
    Effect::new(move |_| {
        let (moment, lang) = (moment.get(), lang.get());
        let facts = customer
            .with(|customer| untrack(|| s.with_value(|shown| facts(desk, shown, customer.as_ref(), lang))));
        let own = untrack(|| desk.shop().message_templates().cloned()).unwrap_or_default();
        text.set(message(&own, moment, lang, &facts));
        told.set(None);
    });
    let moments = move || {
        let each =
            |(at, moment): (usize, MessageMoment)| ChoiceOption::new(at.to_string(), moment.name(desk.t()));
        MessageMoment::ALL.into_iter().enumerate().map(each).collect::<Vec<_>>()
    };
    let langs = Lang::ALL.map(|lang| ChoiceOption::new(lang.tag(), lang.own_name())).to_vec();
    let copy = move |()| {
        leptos::task::spawn_local(async move {
            let copied = copy_text(&text.get_untracked()).await;
            if !copied && let Some(area) = area.get_untracked() {
                let _ = area.focus();
                area.select();
            }
            told.try_set(Some(if copied { |t| t.message().copied } else { |t| t.message().copy_refused }));
        });
    };
    let pass_on = move |()| {
        leptos::task::spawn_local(async move {
            if !share::share_text(&text.get_untracked()).await {
                told.try_set(Some(|t| t.message().share_refused));
            }
        });
    };
    let mail = move || {
        let to =
            customer.with(|customer| customer.as_ref().and_then(|c| c.email().cloned())).unwrap_or_default();
        let number = s.with_value(|shown| shown.read(|case| case.number().cloned())).unwrap_or_default();
        mail_link(&to, &format!("{} {number}", moment.get().name(desk.t())), &text.get())
    };
    let phone = Memo::new(move |_| {
        customer.with(|customer| customer.as_ref().and_then(|c| c.phone()?.as_ref().map(Phone::to_string)))
    });
    let sms = live(move || match phone.get() {
        Some(phone) => {
            let href = move || sms_link(&phone, &text.get());
            view! {
                <a class="btn" href=href on:click=move |_| channel.set(Channel::Sms)>
                    {said(|t| t.message().sms)}
                </a>
            }
            .into_any()
        }
        None => view! { <span class="hint">{said(|t| t.message().no_phone)}</span> }.into_any(),
    });
    let shares = share::can_share().then(|| view! { <Button label=|t| t.message().share on_press=pass_on/> });
    let ways = move || {
        let each = |(at, way): (usize, Channel)| ChoiceOption::new(at.to_string(), way.name(desk.t()));
        WAYS.into_iter().enumerate().map(each).collect::<Vec<_>>()
    };
    let way = move || WAYS.iter().position(|way| *way == channel.get()).unwrap_or(0).to_string();
    let note = move |()| {
        let shown = s.get_value();
        let sent = MessageSent {
            moment: moment.get_untracked(),
            channel: channel.get_untracked(),
            words: text.get_untracked(),
        };
        if let Ok(records) = note_message(&desk.pen(), &shown.id, sent) {
            desk.save(records);
            desk.say(untrack(|| desk.t()).message().noted, Some(shown.id));
            open.set(false);
        }
    };
    let told =
        live(move || told.get().map(|words| view! { <p class="small" role="status">{words(desk.t())}</p> }));
    let text_label = area_id.clone();
    view! {
        <div class="care-fields">
        <p class="muted">{said(|t| t.message().about)}</p>
        <div class="form-grid">
            <Select
                label=label(|t| t.message().moment)
                options=Signal::derive(moments)
                value=Signal::derive(move || {
                    MessageMoment::ALL.iter().position(|each| *each == moment.get()).unwrap_or(0).to_string()
                })
                on_choose=move |at: String| {
                    if let Some(chosen) = at.parse().ok().and_then(|at: usize| MessageMoment::ALL.get(at)) {
                        moment.set(*chosen);
                    }
                }
            />
            <Select
                label=label(|t| t.message().lang)
                options=Signal::stored(langs)
                value=Signal::derive(move || lang.get().tag().to_owned())
                on_choose=move |tag: String| {
                    if let Some(chosen) = Lang::from_tag(&tag) {
                        lang.set(chosen);
                    }
                }
            />
        </div>
        <div class="field">
            <label class="label" for=text_label>{said(|t| t.message().text)}</label>
            <textarea
                node_ref=area
                id=area_id
                class="input"
                rows="6"
                lang=move || lang.get().tag()
                prop:value=move || text.get()
                on:input=move |event| text.set(event_target_value(&event))
            ></textarea>
        </div>
        <div class="btn-row">
            <Button label=|t| t.message().copy class="btn btn-primary" on_press=copy/>
            <a class="btn" href=mail on:click=move |_| channel.set(Channel::Email)>
                <Icon glyph=Glyph::Letter/>
                {said(|t| t.message().mail)}
            </a>
            {sms} {shares}
        </div>
        {told}
        <div class="message-note">
            <Choice
                label=label(|t| t.message().sent_by)
                options=Signal::derive(ways)
                value=Signal::derive(way)
                on_choose=move |at: String| {
                    if let Some(chosen) = at.parse().ok().and_then(|at: usize| WAYS.get(at)) {
                        channel.set(*chosen);
                    }
                }
            />
            <Button label=|t| t.message().note_sent glyph=Glyph::Check on_press=note/>
        </div>
        </div>
    }
    .into_any()
}

/// How many visits are still ahead: one that was made needs no word about its time.
fn ahead(desk: Desk, shown: &Shown) -> usize {
    desk.index.with(|index| {
        index.visits_of(shown.id.as_str()).iter().filter(|visit| visit.state().is_ahead()).count()
    })
}

/// What can be filled in, from the case and around it.
fn facts(desk: Desk, shown: &Shown, customer: Option<&Customer>, lang: Lang) -> MessageFacts {
    let (case, shop) = (shown.case_untracked(), desk.shop());
    let day = |day: Option<Date>| day.map(|day| date_in_words(lang, day)).unwrap_or_default();
    let asset = case.asset().map(|id| desk.index.with(|index| index.asset_line(id.as_str()).to_owned()));
    let matter = || {
        let words = case.description().and_then(|text| text.lines().next()).unwrap_or_default();
        words.chars().take(40).collect()
    };
    let visit = desk.index.with(|index| {
        let visits = index.visits_of(shown.id.as_str());
        let mut ahead = visits.into_iter().filter(|visit| visit.state().is_ahead());
        ahead.find_map(|visit| visit.when()).map(|window| window_in_words(lang, window))
    });
    MessageFacts {
        customer: customer.and_then(|customer| customer.name().cloned()).unwrap_or_default(),
        number: case.number().cloned().unwrap_or_default(),
        item: asset.filter(|line| !line.is_empty()).unwrap_or_else(matter),
        visit: visit.unwrap_or_default(),
        told: case.told().cloned().unwrap_or_default(),
        ready_by: day(ready_by(&case)),
        maintenance: day(case.day(CaseDay::MaintenanceEnd)),
        shop: shop.name().cloned().unwrap_or_default(),
        phone: shop.phone().and_then(Option::as_ref).map(Phone::to_string).unwrap_or_default(),
    }
}
