"""The words for what is wrong with a file of boundaries, and what to do with it."""

from __future__ import annotations

from collections.abc import Mapping

from etl.sources.child.fault import Fault
from i18n import N_, BadInput, IkrarError

_SEND = N_("Send GeoParquet, GeoJSON, GeoPackage, or the Shapefile's parts (.shp, .dbf, .prj) in one zip.")
_SAVE = N_("Open it in QGIS, save the layer as GeoPackage in WGS 84 (EPSG:4326), and send that file.")
_SMALLER = N_("Save the layer of kabupaten and kota alone, with fewer corners, and send that file.")
_LAYER = N_("Name one with --layer.")
_COLUMNS = N_(
    "Name the columns as BIG, HDX, GADM or geoBoundaries do, or “kode” and “nama”, and say the province beside names."
)

MESSAGES: Mapping[str, tuple[str, str]] = {
    "empty": (N_("The file is empty."), N_("Check whether it is the right file, and send it again.")),
    "too_large": (N_("The file has {size} MB; at most {limit} MB are read."), _SMALLER),
    "too_expanded": (N_("Unpacked, the file has {size} MB; at most {limit} MB are read."), _SMALLER),
    "too_many_features": (N_("The layer has {count} features; at most {limit} are read."), _SMALLER),
    "too_slow": (N_("Reading the file was stopped after {limit} seconds."), _SMALLER),
    "too_much_memory": (N_("Reading the file was stopped: it takes more than {limit} MB of memory."), _SMALLER),
    "crashed": (N_("The file made the reader stop; it is damaged."), _SAVE),
    "no_reader": (
        N_("The program that reads files does not start on this computer."),
        N_("Install Ikrar anew, or tell whoever looks after it; the file is not the cause."),
    ),
    "broken": (N_("The file is damaged or incomplete."), _SAVE),
    "unexpected": (N_("The file has a form that cannot be read ({fault})."), _SAVE),
    "password": (N_("The zip is locked with a password."), N_("Pack it again without one.")),
    "unknown_kind": (N_("The content of this file is no format of boundaries that is read here."), _SEND),
    "wrong_encoding": (N_("The file says that its text is {encoding}, but it is not, or not throughout."), _SAVE),
    "not_boundaries": (
        N_("The content of this file is {format}, whatever its name says; no boundaries are read from that."),
        _SEND,
    ),
    "bare_shapefile": (N_("This is one part of a Shapefile; the others hold its names and coordinates."), _SEND),
    "no_member": (N_("The zip holds no boundaries."), _SEND),
    "zip_in_zip": (N_("The zip holds another zip."), N_("Unpack it once, and send the inner one.")),
    "no_dbf": (N_("The table of the Shapefile is missing: {name}.dbf."), _SEND),
    "not_plain": (N_("The layer “{table}” of the GeoPackage is no plain table."), _SAVE),
    "not_wkb": (N_("The shapes of the GeoParquet are written as {encoding}; only WKB is read."), _SAVE),
    "bad_shape": (N_("The shape of feature {row} is damaged."), _SAVE),
    "not_finite": (N_("Some coordinates are no numbers."), _SAVE),
    "no_polygons": (N_("The file holds lines or points, and no areas."), _SEND),
    "no_columns": (N_("None of the columns is known: {columns}."), _COLUMNS),
    "no_layer": (N_("There is no layer {layer}; there are: {layers}."), _LAYER),
    "several_layers": (N_("The file has several layers: {layers}."), _LAYER),
    "other_format": (
        N_("The content of this file is {found}, not {wanted}."),
        N_("Leave out --format, or name the format that it is."),
    ),
    "finer": (
        N_("The file holds {count} districts or villages, not kabupaten and kota."),
        N_("Send the layer of kabupaten and kota, or one that names the kabupaten of every row."),
    ),
    "unknown_crs": (N_("The coordinate system of the file is not a known one."), _SAVE),
    "no_crs": (
        N_(
            "The file does not say its coordinate system, and its numbers ({west} to {east}, {south} to {north}) are no"
            " degrees within Indonesia."
        ),
        _SAVE,
    ),
    "elsewhere": (
        N_("By its coordinate system {crs} the file lies at {west} to {east}, {south} to {north}: not in Indonesia."),
        N_("Check which coordinate system it really has, correct it in QGIS, and send the file again."),
    ),
    "wrong_answer": (
        N_("“{answer}” is no answer to the question “{question}”."),
        N_("Choose one of: {choices}; for a region its code."),
    ),
}


def error(fault: Fault, name: str) -> IkrarError:
    """A fault in words, with the name of the file: BadInput unless the fault is ours."""
    what, next_step = MESSAGES[fault.code]
    kind = IkrarError if fault.code == "no_reader" else BadInput
    return kind(what, where=name, next_step=next_step, **fault.values)
