use super::Origin;
use crate::domain::case::Case;
use crate::journal::Stamp;

impl Case {
    /// What a case says of what gives rise to an improvement, so that nobody types it twice: of a
    /// trouble or an interim agreement that is named by its stamp, else of the last; of anything
    /// else, what the case is about.
    #[must_use]
    pub fn occasion(&self, origin: Origin, at: Option<&Stamp>) -> String {
        let is_meant = |stamp: &Stamp| at.is_none_or(|at| at == stamp);
        let said = match origin {
            Origin::Trouble => {
                self.troubles().rfind(|held| is_meant(&held.stamp)).map(|held| held.value.words.clone())
            }
            Origin::BrokenPromise => {
                self.interims().rfind(|held| is_meant(&held.stamp)).map(|held| held.value.what.clone())
            }
            Origin::LowScore | Origin::ComplaintCause | Origin::Other => None,
        };
        said.or_else(|| self.description().cloned()).unwrap_or_default()
    }
}
