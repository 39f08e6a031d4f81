//! All summaries in memory, kept together so that lists are a scan.

use super::summary::{AssetSummary, CaseSummary, CustomerSummary, LetterSummary, Summary};
use super::words::Words;
use crate::domain::phone::digits;
use crate::domain::record::{RecordKey, RecordKind};
use std::collections::HashMap;

/// The summaries of everything that lists show.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Index {
    /// The cases, by id.
    pub cases: HashMap<String, CaseSummary>,
    /// The customers, by id.
    pub customers: HashMap<String, CustomerSummary>,
    /// The assets, by id.
    pub assets: HashMap<String, AssetSummary>,
    /// The letters, by id.
    pub letters: HashMap<String, LetterSummary>,
}

impl Index {
    /// Takes a summary in, in the place of an earlier one.
    pub fn put(&mut self, summary: Summary) {
        match summary {
            Summary::Case(case) => {
                self.cases.insert(case.id.clone(), case);
            }
            Summary::Customer(customer) => {
                self.customers.insert(customer.id.clone(), customer);
            }
            Summary::Asset(asset) => {
                self.assets.insert(asset.id.clone(), asset);
            }
            Summary::Letter(letter) => {
                self.letters.insert(letter.id.clone(), letter);
            }
        }
    }

    /// Leaves a record out.
    pub fn remove(&mut self, key: &RecordKey) {
        match key.kind {
            RecordKind::Case => drop(self.cases.remove(&key.id)),
            RecordKind::Customer => drop(self.customers.remove(&key.id)),
            RecordKind::Asset => drop(self.assets.remove(&key.id)),
            RecordKind::Letter => drop(self.letters.remove(&key.id)),
            RecordKind::Shop | RecordKind::Staff | RecordKind::Unknown(_) => {}
        }
    }

    /// What a customer is called; empty when not known.
    #[must_use]
    pub fn customer_name(&self, id: &str) -> &str {
        self.customers.get(id).map_or("", |customer| &customer.name)
    }

    /// An asset in one line; empty when not known.
    #[must_use]
    pub fn asset_line(&self, id: &str) -> &str {
        self.assets.get(id).map_or("", |asset| &asset.line)
    }

    /// Whether a case, its customer or its asset holds all the words.
    #[must_use]
    pub fn case_matches(&self, case: &CaseSummary, words: &Words) -> bool {
        if words.is_empty() {
            return true;
        }
        let customer = self.customers.get(&case.customer).map_or("", |customer| &customer.text);
        let asset = self.assets.get(&case.asset).map_or("", |asset| &asset.text);
        words.stand_in(&[&case.text, customer, asset])
    }

    /// The customers whose name, number or address holds all the words, by name.
    #[must_use]
    pub fn find_customers(&self, typed: &str) -> Vec<&CustomerSummary> {
        let words = Words::of(typed);
        let mut found: Vec<&CustomerSummary> =
            self.customers.values().filter(|customer| words.stand_in(&[&customer.text])).collect();
        found.sort_by(|a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
        found
    }

    /// The customers whose number holds the typed digits (three or more), the closest first:
    /// those that begin with them, then by name.
    #[must_use]
    pub fn customers_by_phone(&self, typed: &str, most: usize) -> Vec<&CustomerSummary> {
        let typed = digits(typed);
        if typed.len() < 3 {
            return Vec::new();
        }
        let mut found: Vec<(bool, &CustomerSummary)> = self
            .customers
            .values()
            .filter_map(|customer| digits(&customer.phone).find(&typed).map(|at| (at != 0, customer)))
            .collect();
        found.sort_by(|a, b| (a.0, &a.1.name, &a.1.id).cmp(&(b.0, &b.1.name, &b.1.id)));
        found.into_iter().take(most).map(|(_, customer)| customer).collect()
    }

    /// The cases of a customer, the latest first.
    #[must_use]
    pub fn cases_of(&self, customer: &str) -> Vec<&CaseSummary> {
        let mut cases: Vec<_> = self.cases.values().filter(|case| case.customer == customer).collect();
        cases.sort_by(|a, b| (b.opened, &b.id).cmp(&(a.opened, &a.id)));
        cases
    }

    /// The customers whose name, number or address holds all the words, with their number of
    /// cases; who came last comes first.
    #[must_use]
    pub fn customers_by_visit(&self, typed: &str) -> Vec<(String, usize)> {
        let words = Words::of(typed);
        let mut visits: HashMap<&str, (u64, usize)> = HashMap::with_capacity(self.customers.len());
        for case in self.cases.values() {
            let (last, count) = visits.entry(&case.customer).or_default();
            *last = case.opened.max(*last);
            *count += 1;
        }
        let mut found: Vec<(u64, usize, &str)> = self
            .customers
            .values()
            .filter(|customer| words.stand_in(&[&customer.text]))
            .map(|customer| {
                let (last, count) = visits.get(customer.id.as_str()).copied().unwrap_or_default();
                (last.max(customer.since), count, customer.id.as_str())
            })
            .collect();
        found.sort_unstable_by(|a, b| (b.0, a.2).cmp(&(a.0, b.2)));
        found.into_iter().map(|(_, count, id)| (id.to_owned(), count)).collect()
    }

    /// The assets of a customer, by name.
    #[must_use]
    pub fn assets_of(&self, customer: &str) -> Vec<&AssetSummary> {
        let mut assets: Vec<_> = self.assets.values().filter(|asset| asset.owner == customer).collect();
        assets.sort_by(|a, b| (&a.line, &a.id).cmp(&(&b.line, &b.id)));
        assets
    }

    /// The letters of a case (`""`: the standing ones), the latest first, drafts before issued.
    #[must_use]
    pub fn letters_of(&self, case: &str) -> Vec<&LetterSummary> {
        let mut letters: Vec<_> = self.letters.values().filter(|letter| letter.case == case).collect();
        letters.sort_by(|a, b| (b.begun, &b.id).cmp(&(a.begun, &a.id)));
        letters
    }
}
