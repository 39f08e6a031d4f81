use super::{Pen, first};
use crate::domain::asset::{AssetField, AssetKind};
use crate::domain::case::{CaseEvent, CaseField, CaseKind, Channel, StageMove, Urgency};
use crate::domain::complaint::{ComplaintReceived, opens_complaint};
use crate::domain::customer::{CustomerField, CustomerKind};
use crate::domain::id::{AssetId, CaseId, CustomerId, StageId};
use crate::domain::phone::Phone;
use crate::domain::process::ProcessRef;
use crate::domain::promise::{PromiseKept, PromiseKind, Terms};
use crate::domain::record::Records;
use crate::journal::Change;

/// Whose matter a request is.
#[derive(Clone, PartialEq, Debug)]
pub enum CustomerChoice {
    /// Somebody known.
    Known(CustomerId),
    /// Somebody new.
    New {
        /// The id of the new record.
        id: CustomerId,
        /// What they are called.
        name: String,
        /// How they are reached.
        phone: Option<Phone>,
        /// Street and door number, or nothing.
        address: String,
    },
}

/// What a request is about.
#[derive(Clone, PartialEq, Debug)]
pub enum AssetChoice {
    /// No thing was named.
    None,
    /// A thing that is known.
    Known(AssetId),
    /// A thing that is new.
    New {
        /// The id of the new record.
        id: AssetId,
        /// What it is.
        label: String,
        /// Its brand, or nothing.
        brand: String,
        /// Its model, or nothing.
        model: String,
        /// Its serial number, or nothing.
        serial: String,
    },
}

/// A request as it was taken at the counter.
#[derive(Clone, PartialEq, Debug)]
pub struct Request {
    /// The id of the new case.
    pub case: CaseId,
    /// Its number.
    pub number: String,
    /// Whose matter it is.
    pub customer: CustomerChoice,
    /// What it is about.
    pub asset: AssetChoice,
    /// The channel it came through.
    pub channel: Channel,
    /// What is wrong, in the customer's words.
    pub description: String,
    /// How urgent it is.
    pub urgency: Urgency,
    /// The process it follows.
    pub process: ProcessRef,
    /// The first stage of that process.
    pub stage: StageId,
    /// What the customer was told to expect, or nothing.
    pub told: String,
    /// What the letter in force promises, if there is one.
    pub promised: Option<Terms>,
    /// The case that it arose from, which then names this one.
    pub arose_from: Option<CaseId>,
}

/// Opens a case, with records for a new customer and a new asset.
#[must_use]
pub fn take_request(pen: &Pen, request: Request) -> Records {
    let mut records = Records::default();
    let customer = match request.customer {
        CustomerChoice::Known(id) => id,
        CustomerChoice::New { id, name, phone, address } => {
            let mut changes = vec![first(CustomerField::Name(name)), first(CustomerField::Phone(phone))];
            if !address.is_empty() {
                changes.push(first(CustomerField::Address(address)));
            }
            records.add::<CustomerKind>(id.as_str(), pen.entry(changes));
            id
        }
    };
    let asset = match request.asset {
        AssetChoice::None => None,
        AssetChoice::Known(id) => Some(id),
        AssetChoice::New { id, label, brand, model, serial } => {
            let mut changes =
                vec![first(AssetField::Owner(customer.clone())), first(AssetField::Label(label))];
            let more = [AssetField::Brand(brand), AssetField::Model(model), AssetField::Serial(serial)];
            changes.extend(more.into_iter().filter(|field| !is_blank(field)).map(first));
            records.add::<AssetKind>(id.as_str(), pen.entry(changes));
            Some(id)
        }
    };
    let mut changes = vec![Change::Event(CaseEvent::Opened)];
    // The customer who opens it complains at this moment.
    if opens_complaint(&request.process) {
        let received = ComplaintReceived { channel: Some(request.channel), at: None };
        changes.push(Change::Event(CaseEvent::ComplaintReceived(received)));
    }
    if let Some(terms) = request.promised {
        // Who is told at once what to expect has had the first answer.
        let answered = terms.holds(PromiseKind::FirstResponse) && !request.told.is_empty();
        changes.push(Change::Event(CaseEvent::Promised(terms)));
        changes.extend(answered.then(|| {
            let promise = PromiseKind::FirstResponse;
            let kept =
                PromiseKept { promise, at: None, channel: Some(request.channel), words: String::new() };
            Change::Event(CaseEvent::Kept(kept))
        }));
    }
    let fields = [
        CaseField::Number(request.number),
        CaseField::Process(request.process),
        CaseField::Stage(StageMove { to: request.stage, reason: String::new() }),
        CaseField::Customer(customer),
        CaseField::Channel(request.channel),
        CaseField::Description(request.description),
        CaseField::Urgency(request.urgency),
    ];
    changes.extend(fields.into_iter().map(first));
    changes.extend(asset.map(|asset| first(CaseField::Asset(Some(asset)))));
    changes.extend((!request.told.is_empty()).then(|| first(CaseField::Told(request.told))));
    if let Some(old) = request.arose_from {
        let led_to = Change::Event(CaseEvent::LedTo(request.case.clone()));
        records.add::<CaseKind>(old.as_str(), pen.entry(vec![led_to]));
        changes.push(first(CaseField::AroseFrom(old)));
    }
    records.add::<CaseKind>(request.case.as_str(), pen.entry(changes));
    records
}

fn is_blank(field: &AssetField) -> bool {
    match field {
        AssetField::Brand(text) | AssetField::Model(text) | AssetField::Serial(text) => text.is_empty(),
        AssetField::Owner(_) | AssetField::Label(_) => false,
    }
}
