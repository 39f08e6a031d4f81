use super::chance::{below, pick, word};
use crate::app::command::{AssetChoice, CustomerChoice};
use crate::catalog::{Matter, samples};
use crate::domain::id::{AssetId, CustomerId};
use crate::domain::lang::Lang;
use crate::domain::phone::Phone;
use crate::i18n::texts;
use crate::journal::base32;
use fastrand::Rng;

/// The customer with a letter of their own: a firm.
const KEY: usize = 4;
/// Has no factor in common with ten, so that its multiples go through all numbers of a length.
const STRIDE: u64 = 7_368_787;

/// A customer of the sample shop, with what they own.
pub(super) struct Person {
    id: CustomerId,
    number: usize,
    pub(super) name: String,
    pub(super) phone: String,
    pub(super) address: String,
    /// What they own, by the matter it is of.
    assets: Vec<(&'static str, AssetId)>,
}

/// The customers so far.
pub(super) struct Customers<'a> {
    known: Vec<Person>,
    /// What the ids begin with.
    prefix: &'a str,
}

impl<'a> Customers<'a> {
    pub(super) fn of(prefix: &'a str) -> Self {
        Self { known: Vec::new(), prefix }
    }

    /// Who comes: six in ten are new. Some come in the name of the key customer.
    pub(super) fn visit(
        &mut self,
        rng: &mut Rng,
        lang: Lang,
        key: bool,
    ) -> Option<(CustomerChoice, &mut Person)> {
        let number = self.known.len();
        let key = Some(KEY - 1).filter(|_| key && number >= KEY);
        if key.is_some() || number > 0 && rng.u32(..10) >= 6 {
            let place = key.unwrap_or_else(|| below(rng, number));
            let person = self.known.get_mut(place)?;
            return Some((CustomerChoice::Known(person.id.clone()), person));
        }
        self.known.push(Person::new(rng, lang, number + 1, self.prefix)?);
        let person = self.known.last_mut()?;
        let choice = CustomerChoice::New {
            id: person.id.clone(),
            name: person.name.clone(),
            phone: Phone::parse(&person.phone).ok(),
            address: person.address.clone(),
        };
        Some((choice, person))
    }
}

impl Person {
    fn new(rng: &mut Rng, lang: Lang, number: usize, prefix: &str) -> Option<Self> {
        let words = samples(lang);
        let street = word(rng, &words.streets);
        Some(Self {
            id: CustomerId::parse(&format!("{prefix}customer-{number}"))?,
            number,
            name: firm(lang, number).unwrap_or_else(|| full_name(rng, lang)),
            phone: phone(lang, number),
            address: texts(lang).story().sample_address(&rng.u32(1..180), &street),
            assets: Vec::new(),
        })
    }

    pub(super) fn id(&self) -> &CustomerId {
        &self.id
    }

    /// Whether the shop lives on customers like this one.
    pub(super) fn is_key(&self) -> bool {
        self.number == KEY
    }

    /// What they come with: what they came with before, if it is of this matter.
    pub(super) fn bring(
        &mut self,
        rng: &mut Rng,
        matter: &'static Matter,
        prefix: &str,
    ) -> Option<AssetChoice> {
        if let Some((_, known)) = self.assets.iter().find(|(label, _)| *label == matter.asset) {
            return Some(AssetChoice::Known(known.clone()));
        }
        let id = AssetId::parse(&format!("{prefix}asset-{}-{}", self.number, self.assets.len() + 1))?;
        self.assets.push((&matter.asset, id.clone()));
        let model = word(rng, &matter.models);
        Some(AssetChoice::New {
            id,
            label: matter.asset.clone(),
            brand: word(rng, &matter.brands).to_owned(),
            model: model.to_owned(),
            serial: serial(rng, model),
        })
    }
}

/// Every eighth customer is a firm, as long as there are any.
fn firm(lang: Lang, number: usize) -> Option<String> {
    (number % 8 == 4).then(|| samples(lang).firms.get(number / 8).cloned()).flatten()
}

fn full_name(rng: &mut Rng, lang: Lang) -> String {
    let words = samples(lang);
    let (surname, given) = (pick(rng, &words.surnames), pick(rng, &words.given));
    let (surname, given) = (surname.map_or("", String::as_str), given.map_or("", String::as_str));
    if lang.is_chinese() { format!("{surname}{given}") } else { format!("{given} {surname}") }
}

/// A number that no other customer has, until there are no more.
fn phone(lang: Lang, number: usize) -> String {
    let phones = &samples(lang).phones;
    let width = phones.digits.min(12);
    let (turn, place) = match phones.prefixes.len() {
        0 => (number, 0),
        count => (number / count, number % count),
    };
    let digits = (turn as u64).wrapping_add(1).wrapping_mul(STRIDE) % 10_u64.pow(width);
    let prefix = phones.prefixes.get(place).map_or("", String::as_str);
    format!("{prefix}{digits:0width$}", width = width as usize)
}

/// A model such as "SX-80" is a machine's, and a machine has a serial number.
fn serial(rng: &mut Rng, model: &str) -> String {
    let machine =
        model.starts_with(|c: char| c.is_ascii_uppercase()) && model.contains(|c: char| c.is_ascii_digit());
    if machine { base32(rng.u64(..).into(), 8).to_ascii_uppercase() } else { String::new() }
}
