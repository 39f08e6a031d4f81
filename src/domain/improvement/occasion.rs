use super::Origin;
use crate::domain::case::Case;
use crate::domain::complaint::ComplaintText;
use crate::journal::Stamp;

impl Case {
    /// What a case says of what gives rise to an improvement, so that nobody types it twice: of a
    /// trouble, an interim agreement or a low score that is named by its stamp, else of the last; of
    /// a complaint, its cause; of anything else, what the case is about.
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
            Origin::LowScore => {
                let mut low = self.survey_answers().filter(|held| held.value.is_low());
                low.rfind(|held| is_meant(&held.stamp)).map(|held| held.value.words.clone())
            }
            Origin::ComplaintCause => {
                let texts = [ComplaintText::RootCause, ComplaintText::CauseWords, ComplaintText::Events];
                texts
                    .into_iter()
                    .map(|text| self.complaint_text(text).to_owned())
                    .find(|said| !said.is_empty())
            }
            Origin::Other => None,
        };
        said.filter(|said| !said.is_empty()).or_else(|| self.description().cloned()).unwrap_or_default()
    }
}
