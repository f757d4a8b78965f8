package web

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"unicode/utf8"

	"github.com/labstack/echo/v4"

	"stoa/internal/errs"
)

// What a JSON body may hold at most; its size is bounded for all requests.
const (
	jsonDepth   = 32
	jsonMembers = 20_000
)

// ReadJSON reads the request's body, which has to be one JSON object: in UTF-8, each name once, neither
// deep nor endless. A parser that took what is doubtful would take what another one reads differently.
func ReadJSON(c echo.Context) (map[string]json.RawMessage, error) {
	kind, params, err := mime.ParseMediaType(c.Request().Header.Get(echo.HeaderContentType))
	if err != nil || kind != echo.MIMEApplicationJSON || params["charset"] != "" && params["charset"] != "utf-8" && params["charset"] != "UTF-8" {
		return nil, errs.New(errs.Unsupported, "Send the body as application/json.")
	}
	body, err := io.ReadAll(c.Request().Body)
	var he *echo.HTTPError
	if errors.As(err, &he) { // the body limit's
		return nil, he
	}
	if err != nil {
		return nil, errs.Wrap(errs.BadRequest, err, "The body could not be read.")
	}
	return ParseObject(body)
}

// ParseObject is ReadJSON for a text that is there already.
func ParseObject(body []byte) (map[string]json.RawMessage, error) {
	if !utf8.Valid(body) {
		return nil, errs.New(errs.BadRequest, "The body is not in UTF-8.")
	}
	w := walker{d: json.NewDecoder(bytes.NewReader(body))}
	w.d.UseNumber()
	if err := w.document(); err != nil {
		return nil, err
	}
	object := map[string]json.RawMessage{}
	if err := json.Unmarshal(body, &object); err != nil || object == nil {
		return nil, errs.Wrap(errs.BadRequest, err, "The body has to be a JSON object.")
	}
	return object, nil
}

// walker goes through a JSON text once, before anything of it is used.
type walker struct {
	d       *json.Decoder
	members int
}

func (w *walker) document() error {
	if err := w.value(0); err != nil {
		return err
	}
	if _, err := w.d.Token(); !errors.Is(err, io.EOF) {
		return errs.New(errs.BadRequest, "There is something behind the end of the JSON object.")
	}
	return nil
}

func (w *walker) token() (json.Token, error) {
	t, err := w.d.Token()
	if err != nil {
		return nil, errs.Wrap(errs.BadRequest, err, "The body is no valid JSON, from byte %d on.", w.d.InputOffset())
	}
	return t, nil
}

func (w *walker) value(depth int) error {
	t, err := w.token()
	if err != nil {
		return err
	}
	opened, ok := t.(json.Delim)
	if !ok {
		return nil
	}
	if depth++; depth > jsonDepth {
		return errs.New(errs.BadRequest, "The JSON is nested deeper than %d levels.", jsonDepth)
	}
	names := map[string]bool{}
	for w.d.More() {
		if w.members++; w.members > jsonMembers {
			return errs.New(errs.BadRequest, "The JSON has more than %d values.", jsonMembers)
		}
		if opened == '{' {
			if err := w.name(names); err != nil {
				return err
			}
		}
		if err := w.value(depth); err != nil {
			return err
		}
	}
	_, err = w.token() // the end
	return err
}

func (w *walker) name(seen map[string]bool) error {
	t, err := w.token()
	if err != nil {
		return err
	}
	name, _ := t.(string)
	if seen[name] {
		return errs.New(errs.BadRequest, "The JSON has the name %.60q twice.", name)
	}
	seen[name] = true
	return nil
}
