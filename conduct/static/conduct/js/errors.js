// Move the focus to the error summary once, when the page has one.
document.querySelector("[data-error-summary]")?.focus();
