// What assistive technology is told of the page: the roles and names of what is visible.
// Called with a target; gives the elements that fit, or with no target a line for each.
const [target] = arguments;

const INPUTS = {
  checkbox: "checkbox", radio: "radio", search: "searchbox", date: "date", file: "file", range: "slider",
  number: "spinbutton", button: "button", submit: "button", reset: "button", hidden: "",
};
const NATIVE = {
  button: "button", select: "combobox", option: "option", textarea: "textbox", summary: "summary", dialog: "dialog",
  nav: "navigation", main: "main", article: "article", aside: "complementary", ul: "list", ol: "list", li: "listitem",
  fieldset: "group", details: "group", table: "table", h1: "heading", h2: "heading", h3: "heading", h4: "heading",
};
const NAMED_BY_CONTENT = new Set(
  ["button", "link", "heading", "option", "summary", "tab", "checkbox", "radio", "alert", "status", "listitem"],
);

function role(element) {
  const given = element.getAttribute("role");
  if (given) return given.trim().split(/\s+/)[0];
  switch (element.localName) {
    case "a": return element.hasAttribute("href") ? "link" : "";
    case "input": return INPUTS[element.type] ?? "textbox";
    case "form": return element.hasAttribute("aria-label") ? "form" : "";
    case "section": return element.hasAttribute("aria-label") ? "region" : "";
    default: return NATIVE[element.localName] ?? "";
  }
}

function text(node, besides) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE || node === besides) return "";
  if (node.getAttribute("aria-hidden") === "true" || ["select", "textarea"].includes(node.localName)) return "";
  const said = node.getAttribute("aria-label") ?? node.getAttribute("alt");
  if (said !== null) return said;
  const { display, visibility } = getComputedStyle(node);
  if (display === "none" || visibility === "hidden") return "";
  const inner = [...node.childNodes].map((child) => text(child, besides)).join("");
  return display === "inline" ? inner : ` ${inner} `;
}

function name(element) {
  const by = element.getAttribute("aria-labelledby");
  if (by) return by.split(/\s+/).map((id) => document.getElementById(id)).filter(Boolean).map((e) => text(e)).join(" ");
  const label = element.getAttribute("aria-label") ?? element.getAttribute("alt");
  if (label) return label;
  if (element.labels?.length) return [...element.labels].map((e) => text(e, element)).join(" ");
  const legend = element.localName === "fieldset" && [...element.children].find((e) => e.localName === "legend");
  if (legend) return text(legend);
  const content = NAMED_BY_CONTENT.has(role(element)) ? text(element) : "";
  return content.trim() ? content : (element.title || element.placeholder || "");
}

function visible(element) {
  // What a folded list holds can be chosen, though it is not drawn.
  if (element.localName === "option") return visible(element.closest("select"));
  return element.getClientRects().length > 0
    && element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })
    && !element.closest("[aria-hidden=true], [inert]");
}

const squash = (words) => words.replace(/\s+/g, "");

function fits(element, { roles, how, name: wanted, within }) {
  if (!roles.includes(role(element))) return false;
  const said = squash(name(element));
  if (how === "is" && said !== squash(wanted)) return false;
  if (how === "has" && !said.includes(squash(wanted))) return false;
  return !within || ancestors(element).some((outer) => fits(outer, within));
}

function ancestors(element) {
  const all = [];
  for (let outer = element.parentElement; outer; outer = outer.parentElement) all.push(outer);
  return all;
}

// While a question must be answered there is nothing else.
const asked = [...document.querySelectorAll("dialog:modal")].at(-1);
const there = [...(asked ? [asked, ...asked.querySelectorAll("*")] : document.querySelectorAll("body *"))];
const seen = there.filter((element) => role(element) && visible(element));
if (target) return seen.filter((element) => fits(element, target));
return seen.map((element) => `${role(element)} '${name(element).replace(/\s+/g, " ").trim()}'`);
