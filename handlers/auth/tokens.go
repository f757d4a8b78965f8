package auth

import (
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/labstack/echo/v4"

	"stoa/handlers/web"
	"stoa/internal/errs"
	"stoa/services/auth"
	views "stoa/views/auth"
	"stoa/views/ui"
)

// The scopes that reach over all resources.
const (
	scopeAll  = "*:*"
	scopeRead = "*:read"
)

func (h *Handlers) tokens(c echo.Context) error {
	return h.showTokens(c, http.StatusOK, views.TokenForm{Days: "90"}, nil)
}

// makeToken answers with the token itself: it is shown this once, so there is nothing to redirect to.
func (h *Handlers) makeToken(c echo.Context) error {
	form, err := c.FormParams()
	if err != nil {
		return err
	}
	days, _ := strconv.Atoi(form.Get("days")) // what is no number is none of the choices
	in := auth.NewAPIToken{Name: form.Get("name"), Scopes: form["scopes"], Days: days}
	shown := views.TokenForm{Name: in.Name, Days: form.Get("days")}
	if slices.ContainsFunc(in.Scopes, func(scope string) bool { return !h.scopeExists(scope) }) {
		err = errs.Fields{"scopes": "There is no such permission. Choose from the list."}.Err()
	} else {
		shown.Token, err = h.auth.MakeAPIToken(c.Request().Context(), actor(c), in)
	}
	if atForm(err) {
		shown.Errors, shown.Error = errs.FieldsOf(err), formError(err)
		return h.showTokens(c, web.Status(err), shown, in.Scopes)
	}
	if err != nil {
		return err
	}
	return h.showTokens(c, http.StatusCreated, views.TokenForm{Days: "90", Token: shown.Token}, nil)
}

func (h *Handlers) scopeExists(scope string) bool {
	resource, operation, _ := strings.Cut(scope, ":")
	return scope == scopeAll || scope == scopeRead || slices.ContainsFunc(h.site.Scopes(), func(s web.Scope) bool {
		return s.Resource == resource && slices.Contains(s.Operations, operation)
	})
}

func (h *Handlers) showTokens(c echo.Context, status int, form views.TokenForm, chosen []string) error {
	page, err := h.site.Page(c, "API tokens")
	if err != nil {
		return err
	}
	a := actor(c)
	list, err := h.auth.APITokens(c.Request().Context(), a)
	if err != nil {
		return err
	}
	props := views.TokensProps{Page: page, Everybody: auth.MayManage(a.Role), Form: form}
	for _, t := range list {
		row := views.Token{
			ID: t.ID.String(), Name: t.Name, Hint: t.Hint, Scopes: strings.Join(t.Scopes, ", "), Owner: t.Owner,
			Expires: web.Moment(t.Expires, "date"), Expired: t.Expired(),
		}
		if t.LastUsed != nil {
			used := web.Moment(*t.LastUsed, "datetime")
			row.LastUsed = &used
		}
		props.Tokens = append(props.Tokens, row)
	}
	props.Form.Groups = h.scopeGroups(chosen)
	for _, days := range auth.TokenDays {
		label := fmt.Sprintf("%d days", days)
		props.Form.Lives = append(props.Form.Lives, ui.Option{Value: strconv.Itoa(days), Label: label})
	}
	return web.Render(c, status, views.Tokens(props))
}

// scopeGroups are the check boxes: two that reach over everything, then those of each resource.
func (h *Handlers) scopeGroups(chosen []string) []views.ScopeGroup {
	box := func(scope, label string) views.ScopeBox {
		return views.ScopeBox{Value: scope, Label: label, Checked: slices.Contains(chosen, scope)}
	}
	groups := []views.ScopeGroup{{Label: "Everything", Boxes: []views.ScopeBox{box(scopeRead, "read"), box(scopeAll, "do all that you may")}}}
	for _, s := range h.site.Scopes() {
		g := views.ScopeGroup{Label: s.Label}
		for _, operation := range s.Operations {
			g.Boxes = append(g.Boxes, box(s.Resource+":"+operation, operation))
		}
		groups = append(groups, g)
	}
	return groups
}

func (h *Handlers) revokeToken(c echo.Context) error {
	id, err := web.ID(c, "id")
	if err != nil {
		return err
	}
	if err := h.auth.RevokeAPIToken(c.Request().Context(), actor(c), id); err != nil {
		return err
	}
	h.site.Flash(c, "The token is revoked. It does not work any more.")
	return c.Redirect(http.StatusSeeOther, "/settings/tokens")
}
