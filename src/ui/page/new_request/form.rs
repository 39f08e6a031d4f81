use crate::app::command::{AssetChoice, CustomerChoice, Request};
use crate::app::desk::Desk;
use crate::app::intake::Begun;
use crate::catalog;
use crate::domain::case::{Channel, Urgency};
use crate::domain::id::{AssetId, CaseId, CustomerId};
use crate::domain::lang::Lang;
use crate::domain::phone::{Phone, PhoneError};
use crate::domain::promise::Terms;
use crate::domain::text::{self, MAX_LINE, MAX_TEXT};
use crate::platform::random;
use crate::ui::field_error::Told;
use leptos::prelude::*;

/// What has been typed of a request.
#[derive(Clone, Copy)]
pub(super) struct Form {
    desk: Desk,
    /// The id of a customer that is known.
    pub(super) customer: RwSignal<Option<String>>,
    pub(super) phone: RwSignal<String>,
    pub(super) name: RwSignal<String>,
    pub(super) address: RwSignal<String>,
    /// The id of an asset that is known.
    pub(super) asset: RwSignal<Option<String>>,
    pub(super) label: RwSignal<String>,
    pub(super) brand: RwSignal<String>,
    pub(super) model: RwSignal<String>,
    pub(super) serial: RwSignal<String>,
    pub(super) description: RwSignal<String>,
    pub(super) channel: RwSignal<Channel>,
    pub(super) urgency: RwSignal<Urgency>,
    pub(super) process: RwSignal<String>,
    pub(super) told: RwSignal<String>,
    /// The id of the case that it arises from, or nothing.
    pub(super) arose_from: RwSignal<String>,
    /// Whether somebody tried to hand the request in: only then is what is missing told.
    tried: RwSignal<bool>,
    pub(super) phone_error: Signal<Option<String>>,
    pub(super) name_error: Signal<Option<String>>,
    pub(super) description_error: Signal<Option<String>>,
}

impl Form {
    pub(super) fn new(desk: Desk) -> Self {
        let text = || RwSignal::new(String::new());
        let customer = RwSignal::new(desk.for_customer.get_untracked());
        desk.for_customer.set(None);
        let (phone, name, description) = (text(), text(), text());
        let tried = RwSignal::new(false);
        let phone_error = Signal::derive(move || {
            let typed = phone.get();
            let asked = !typed.trim().is_empty() && customer.with(Option::is_none);
            match Phone::parse(&typed) {
                // Somebody who has only begun to type is not told that digits are missing.
                Err(PhoneError::Digits(0..3)) if !tried.get() => None,
                Err(error) if asked => Some(error.tell(desk.t())),
                _ => None,
            }
        });
        let name_error = Signal::derive(move || {
            let nobody = tried.get()
                && customer.with(Option::is_none)
                && phone.with(|phone| phone.trim().is_empty())
                && name.with(|name| name.trim().is_empty());
            nobody.then(|| desk.t().new_request().error_nobody.to_owned())
        });
        let description_error = Signal::derive(move || {
            if !tried.get() {
                return None;
            }
            text::required(&description.get(), MAX_TEXT).err().map(|error| error.tell(desk.t()))
        });
        let form = Self {
            desk,
            customer,
            phone,
            name,
            address: text(),
            asset: RwSignal::new(None),
            label: text(),
            brand: text(),
            model: text(),
            serial: text(),
            description,
            channel: RwSignal::new(Channel::WalkIn),
            urgency: RwSignal::new(Urgency::Normal),
            process: RwSignal::new(default_process(desk.lang.get_untracked())),
            told: text(),
            arose_from: text(),
            tried,
            phone_error,
            name_error,
            description_error,
        };
        if let Some(begun) = desk.for_request.get_untracked() {
            desk.for_request.set(None);
            form.put_back(begun);
        }
        form
    }

    /// The case that it arises from, as long as that is known here.
    fn arose_from(self) -> Option<CaseId> {
        let id = self.arose_from.get_untracked();
        let known = self.desk.index.with_untracked(|index| index.cases.contains_key(&id));
        CaseId::parse(&id).filter(|_| known)
    }

    /// Whether the request can be taken; from here on the fields tell what is missing.
    pub(super) fn check(self) -> bool {
        self.tried.set(true);
        [self.phone_error, self.name_error, self.description_error]
            .iter()
            .all(|error| error.with_untracked(Option::is_none))
    }

    /// The request, if it is whole.
    pub(super) fn request(self, number: String, promised: Option<Terms>) -> Option<Request> {
        let (process, stage) = self.desk.beginning(&self.process.get_untracked())?;
        Some(Request {
            case: CaseId::from_random(random::bits()),
            number,
            customer: self.customer_choice()?,
            asset: self.asset_choice(),
            channel: self.channel.get_untracked(),
            description: text::required(&self.description.get_untracked(), MAX_TEXT).ok()?,
            urgency: self.urgency.get_untracked(),
            process,
            stage,
            told: line(self.told),
            promised,
            arose_from: self.arose_from(),
        })
    }

    fn customer_choice(self) -> Option<CustomerChoice> {
        if let Some(id) = self.customer.get_untracked() {
            return CustomerId::parse(&id).map(CustomerChoice::Known);
        }
        let phone = Phone::parse(&self.phone.get_untracked()).ok();
        let name = Some(line(self.name)).filter(|name| !name.is_empty());
        // A caller who gave only a number is called by it until somebody knows better.
        let name = name.or_else(|| phone.as_ref().map(|phone| phone.as_str().to_owned()))?;
        let id = CustomerId::from_random(random::bits());
        Some(CustomerChoice::New { id, name, phone, address: line(self.address) })
    }

    fn asset_choice(self) -> AssetChoice {
        if let Some(id) = self.asset.get_untracked().and_then(|id| AssetId::parse(&id)) {
            return AssetChoice::Known(id);
        }
        let [label, brand, model, serial] = [self.label, self.brand, self.model, self.serial].map(line);
        if [&label, &brand, &model, &serial].iter().all(|part| part.is_empty()) {
            return AssetChoice::None;
        }
        AssetChoice::New { id: AssetId::from_random(random::bits()), label, brand, model, serial }
    }

    /// What was typed so far. Follows changes.
    pub(super) fn begun(self) -> Begun {
        let place = |place: Option<usize>| place.map(|place| place.to_string()).unwrap_or_default();
        let (channel, urgency) = (self.channel.get(), self.urgency.get());
        Begun {
            customer: self.customer.get().unwrap_or_default(),
            phone: self.phone.get(),
            name: self.name.get(),
            address: self.address.get(),
            asset: self.asset.get().unwrap_or_default(),
            label: self.label.get(),
            brand: self.brand.get(),
            model: self.model.get(),
            serial: self.serial.get(),
            description: self.description.get(),
            told: self.told.get(),
            channel: place(Channel::ALL.iter().position(|each| *each == channel)),
            urgency: place(Urgency::ALL.iter().position(|each| *each == urgency)),
            process: self.process.get(),
            arose_from: self.arose_from.get(),
        }
    }

    /// Puts back what was typed earlier. What is no longer there, such as a customer that was
    /// merged away, is left out.
    pub(super) fn put_back(self, begun: Begun) {
        let desk = self.desk;
        let known = |id: String, known: bool| Some(id).filter(|_| known);
        let customer = desk.index.with_untracked(|index| index.customers.contains_key(&begun.customer));
        let asset = desk.index.with_untracked(|index| index.assets.contains_key(&begun.asset));
        self.customer.set(known(begun.customer, customer));
        self.phone.set(begun.phone);
        self.name.set(begun.name);
        self.address.set(begun.address);
        self.asset.set(known(begun.asset, asset));
        self.label.set(begun.label);
        self.brand.set(begun.brand);
        self.model.set(begun.model);
        self.serial.set(begun.serial);
        self.description.set(begun.description);
        self.told.set(begun.told);
        self.arose_from.set(begun.arose_from);
        let at = |text: &str| text.parse::<usize>().ok();
        self.channel
            .set(at(&begun.channel).and_then(|at| Channel::ALL.get(at).copied()).unwrap_or(Channel::WalkIn));
        self.urgency
            .set(at(&begun.urgency).and_then(|at| Urgency::ALL.get(at).copied()).unwrap_or(Urgency::Normal));
        let process = Some(begun.process).filter(|id| untrack(|| desk.beginning(id)).is_some());
        self.process.set(process.unwrap_or_else(|| default_process(desk.lang.get_untracked())));
        self.tried.set(false);
    }

    /// Takes a customer that is known.
    pub(super) fn choose_customer(self, id: String) {
        self.customer.set(Some(id));
        self.asset.set(None);
    }

    /// Goes back to typing who it is.
    pub(super) fn forget_customer(self) {
        self.customer.set(None);
        self.asset.set(None);
    }

    /// The desk that the form belongs to.
    pub(super) fn desk(self) -> Desk {
        self.desk
    }
}

fn default_process(lang: Lang) -> String {
    catalog::default_process(lang).map(|process| process.at.id.to_string()).unwrap_or_default()
}

fn line(signal: RwSignal<String>) -> String {
    let typed = signal.get_untracked();
    text::optional(&typed, MAX_LINE).unwrap_or_else(|_| typed.trim().chars().take(MAX_LINE).collect())
}
