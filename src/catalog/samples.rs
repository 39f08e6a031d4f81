use super::PerLang;
use crate::domain::lang::Lang;
use serde::Deserialize;

/// What believable sample shops are made of, in one language.
#[derive(Deserialize, Default, Debug)]
pub struct Samples {
    /// The shop's letterhead.
    pub shop: SampleShop,
    /// The names of its staff.
    pub staff: Vec<String>,
    /// Family names.
    pub surnames: Vec<String>,
    /// Given names.
    pub given: Vec<String>,
    /// Firms that are customers.
    pub firms: Vec<String>,
    /// Streets.
    pub streets: Vec<String>,
    /// Phone numbers that nobody has.
    pub phones: SamplePhones,
    /// What customers come with.
    pub matters: Vec<Matter>,
    /// Why a task was left out; the first two are also why a customer wants nothing more.
    pub skip_reasons: Vec<String>,
    /// What a task that asks for words is done with.
    pub evidence_texts: Vec<String>,
    /// Why a case went back to an earlier stage.
    pub back_reasons: Vec<String>,
}

/// A sample shop's letterhead.
#[derive(Deserialize, Default, Debug)]
pub struct SampleShop {
    /// What it is called.
    pub name: String,
    /// How it is reached.
    pub phone: String,
    /// Where it is.
    pub address: String,
}

/// How a sample phone number is made.
#[derive(Deserialize, Default, Debug)]
pub struct SamplePhones {
    /// What it begins with.
    pub prefixes: Vec<String>,
    /// How many digits follow.
    pub digits: u32,
}

/// A kind of thing, with what goes wrong with it and what is done then.
#[derive(Deserialize, Default, Debug)]
pub struct Matter {
    /// The id of the process that such cases follow.
    pub process: String,
    /// What it is.
    pub asset: String,
    /// Who makes it.
    pub brands: Vec<String>,
    /// Its models.
    pub models: Vec<String>,
    /// What customers say is wrong.
    pub descriptions: Vec<String>,
    /// What staff note about it.
    pub notes: Vec<String>,
    /// What was done in the end.
    pub solutions: Vec<String>,
}

fn words_in(lang: Lang) -> &'static str {
    match lang {
        Lang::ZhCn => include_str!("data/zh-CN/samples.json"),
        Lang::ZhTw => include_str!("data/zh-TW/samples.json"),
        Lang::En => include_str!("data/en/samples.json"),
    }
}

/// What sample shops are made of in a language.
#[must_use]
pub fn samples(lang: Lang) -> &'static Samples {
    static ALL: PerLang<Samples> = PerLang::new();
    // Data that cannot be read, which a test rules out, makes a shop without a word.
    ALL.get(lang, || serde_json::from_str(words_in(lang)).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::processes;
    use crate::domain::phone::Phone;

    #[test]
    fn every_language_has_words_for_everything() {
        for lang in Lang::ALL {
            let read: Samples = serde_json::from_str(words_in(lang)).expect("valid data");
            assert_eq!(read.staff.len(), 5, "{lang:?}");
            assert!(Phone::parse(&read.shop.phone).is_ok(), "{lang:?}");
            let lists = [
                &read.surnames,
                &read.given,
                &read.firms,
                &read.streets,
                &read.phones.prefixes,
                &read.skip_reasons,
                &read.evidence_texts,
                &read.back_reasons,
            ];
            assert!(lists.iter().all(|list| !list.is_empty()), "{lang:?}");
            for matter in &read.matters {
                let lists =
                    [&matter.brands, &matter.models, &matter.descriptions, &matter.notes, &matter.solutions];
                assert!(lists.iter().all(|list| !list.is_empty()), "{lang:?} {matter:?}");
                let known = processes(lang).iter().any(|process| process.at.id.as_str() == matter.process);
                assert!(known, "{lang:?} {} is no process", matter.process);
            }
        }
    }
}
