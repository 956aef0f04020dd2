(function () {
  "use strict";
  var box = document.getElementById("search"), said = document.getElementById("found");
  var rows = Array.prototype.slice.call(document.querySelectorAll("li[data-name]"));
  // A character is met by itself, by a reading of it, by the start of one, or by its initial.
  function reads(units, at, query) {
    if (query === "") { return true; }
    if (at >= units.length) { return false; }
    return units[at].split("|").some(function (way) {
      if (way.indexOf(query) === 0) { return true; }
      if (query.indexOf(way) === 0 && reads(units, at + 1, query.slice(way.length))) { return true; }
      return query.charAt(0) === way.charAt(0) && reads(units, at + 1, query.slice(1));
    });
  }
  function fits(row, query) {
    if (row.getAttribute("data-name").indexOf(query) >= 0) { return true; }
    var units = row.getAttribute("data-keys").split(" ");
    return units.some(function (_, at) { return reads(units, at, query); });
  }
  function find() {
    var query = box.value.toLowerCase().replace(/\s+/g, ""), count = 0;
    rows.forEach(function (row) {
      row.hidden = !fits(row, query);
      if (!row.hidden) { count += 1; }
    });
    Array.prototype.forEach.call(document.querySelectorAll("section.field"), function (part) {
      part.hidden = !part.querySelector("li[data-name]:not([hidden])");
    });
    said.textContent = count ? said.getAttribute("data-found").replace("{}", count) : said.getAttribute("data-none");
  }
  document.querySelector(".search").hidden = false;
  box.addEventListener("input", find);
  if (location.hash.indexOf("#q=") === 0) { box.value = decodeURIComponent(location.hash.slice(3)); }
  find();
}());
