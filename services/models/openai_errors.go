package models

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/tidwall/gjson"

	"stoa/internal/llm"
)

// errNoCredit marks a 429 that waiting does not mend.
var errNoCredit = errors.New("no credit")

func malformed(err error) *llm.Error {
	return &llm.Error{Kind: llm.Malformed, Err: err,
		Message: "The model provider sent something that is not its dialect. Whoever runs this server should check OPENAI_BASE_URL."}
}

// transportFailure is an attempt that ended without a response, or in the middle of one.
func (o *openAI) transportFailure(ctx context.Context, err error) error {
	cause := context.Cause(ctx)
	switch {
	case errors.Is(cause, errSilent):
		return &failure{err: &llm.Error{Kind: llm.Timeout, Err: errSilent, Message: "The model provider did not answer in time."}}
	case ctx.Err() != nil:
		return cause
	}
	var op *net.OpError
	dialed := !errors.As(err, &op) || op.Op != "dial"
	return &failure{err: o.transportError(err), again: !dialed, free: !dialed}
}

// transportError hides the address from the person; the log has it.
func (o *openAI) transportError(err error) *llm.Error {
	return &llm.Error{Kind: llm.Unavailable, Err: err, Message: "The model provider cannot be reached."}
}

// statusError reads an HTTP error of the provider.
func (o *openAI) statusError(res *http.Response, model string) *llm.Error {
	raw, _ := io.ReadAll(io.LimitReader(res.Body, 64<<10)) // what can be read is all there is to tell
	body := gjson.ParseBytes(raw)
	fault := body.Get("error")
	if !fault.Exists() {
		fault = body
	}
	e := o.classify(res.StatusCode, fault, model)
	e.RetryAfter = retryAfter(res.Header, time.Now())
	if e.Kind == llm.RateLimited && e.RetryAfter > 0 && !errors.Is(e, errNoCredit) {
		e.Message = "The model provider is getting too many requests. Try again in " + roughly(e.RetryAfter) + "."
	}
	return e
}

// roughly writes a wait for a person, rounded up.
func roughly(d time.Duration) string {
	if d <= 90*time.Second {
		return fmt.Sprintf("%d s", (d+time.Second-1)/time.Second)
	}
	return fmt.Sprintf("%d min", (d+time.Minute-1)/time.Minute)
}

// streamFailure reads an error that came inside the stream.
func (o *openAI) streamFailure(fault gjson.Result) *failure {
	status := int(fault.Get("code").Int())
	if status < 400 || status > 599 {
		status = int(fault.Get("status").Int())
	}
	if status < 400 || status > 599 {
		status = http.StatusInternalServerError
		if strings.Contains(fault.Get("code").Str+fault.Get("type").Str, "rate_limit") {
			status = http.StatusTooManyRequests
		}
	}
	e := o.classify(status, fault, "")
	return &failure{err: e, again: retryable(status, e)}
}

func (o *openAI) classify(status int, fault gjson.Result, model string) *llm.Error {
	said, code := o.said(fault), fault.Get("code").String()+" "+fault.Get("type").String()
	e := &llm.Error{Err: fmt.Errorf("status %d: %s (%s)", status, said, strings.TrimSpace(code))}
	words := strings.ToLower(said + " " + code)
	switch {
	case status == http.StatusUnauthorized || status == http.StatusForbidden:
		e.Kind, e.Message = llm.BadKey, "The model provider refused the key. Whoever runs this server should check OPENAI_API_KEY."
	case status == http.StatusTooManyRequests && strings.Contains(words, "insufficient_quota"), status == http.StatusPaymentRequired:
		e.Kind, e.Message = llm.RateLimited, "The account at the model provider has no credit left."
		e.Err = fmt.Errorf("%w: %w", errNoCredit, e.Err)
	case status == http.StatusTooManyRequests:
		e.Kind, e.Message = llm.RateLimited, "The model provider is getting too many requests. Try again in a moment."
	case status == http.StatusRequestTimeout:
		e.Kind, e.Message = llm.Timeout, "The model provider did not answer in time."
	case status >= 500:
		e.Kind, e.Message = llm.Unavailable, "The model provider has a fault at the moment. Try again later."
	case containsAny(words, []string{"context_length", "context length", "context window", "too many tokens", "too long"}), status == http.StatusRequestEntityTooLarge:
		e.Kind, e.Message = llm.TooLong, "This chat is too long for the model. Start a new one, or choose a model with a longer memory."
	case aboutModel(status, words):
		e.Kind, e.Message = llm.UnknownModel, fmt.Sprintf("The model provider has no model %q. Choose another model.", model)
	case status == http.StatusNotFound || status == http.StatusMethodNotAllowed:
		return malformed(e.Err)
	default:
		e.Kind, e.Message = llm.Refused, "The model provider refused the request: "+said
	}
	return e
}

func aboutModel(status int, words string) bool {
	if !strings.Contains(words, "model") {
		return false
	}
	return status == http.StatusNotFound || containsAny(words, []string{"model_not_found", "not found", "not exist", "unknown model", "invalid model"})
}

// said is the provider's own message in its several forms: one short line, without our key.
func (o *openAI) said(fault gjson.Result) string {
	text := fault.Str
	for _, path := range []string{"message", "error.message", "error", "detail"} {
		if text == "" {
			text = fault.Get(path).Str
		}
	}
	if text == "" {
		return "no reason given"
	}
	if o.opts.Key != "" {
		text = strings.ReplaceAll(text, o.opts.Key, "…")
	}
	text = strings.ToValidUTF8(strings.Join(strings.Fields(text), " "), "")
	if runes := []rune(text); len(runes) > 200 {
		text = string(runes[:200]) + "…"
	}
	return text
}

// retryable tells whether the same request may succeed in a moment.
func retryable(status int, e *llm.Error) bool {
	if errors.Is(e, errNoCredit) {
		return false
	}
	return status == http.StatusRequestTimeout || status == http.StatusTooManyRequests || status >= 500
}

// retryAfter reads both forms of the header, and the vendor's own one in milliseconds; 0 when there is none.
func retryAfter(h http.Header, now time.Time) time.Duration {
	if ms, err := strconv.ParseFloat(h.Get("Retry-After-Ms"), 64); err == nil && ms > 0 && ms < 1e9 {
		return time.Duration(ms * float64(time.Millisecond))
	}
	value := h.Get("Retry-After")
	if s, err := strconv.ParseFloat(value, 64); err == nil && s > 0 && s < 1e6 {
		return time.Duration(s * float64(time.Second))
	}
	if at, err := http.ParseTime(value); err == nil && at.After(now) {
		return at.Sub(now)
	}
	return 0
}
