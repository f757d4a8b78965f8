package crud

import (
	"strings"
	"time"

	"github.com/sergi/go-diff/diffmatchpatch"

	"stoa/internal/resource"
	views "stoa/views/crud"
)

const (
	shortText  = 32     // characters: two such texts are read faster side by side than woven together
	longestGap = 40_000 // bytes: of longer texts only the beginning is compared
)

// pieces weaves two versions of a text together; none for what is better shown as a whole.
func pieces(f resource.Field, before, after any) []views.Piece {
	switch f.Kind {
	case resource.Text, resource.Textarea, resource.Markdown, resource.JSON, resource.Tags:
	default:
		return nil
	}
	old, now := resource.Encode(f, before), resource.Encode(f, after)
	if old == "" || now == "" || len(old)+len(now) < 2*shortText && !strings.Contains(old+now, "\n") {
		return nil
	}
	d := diffmatchpatch.New()
	d.DiffTimeout = 50 * time.Millisecond // afterwards it is coarse, and still right
	var list []views.Piece
	for _, part := range d.DiffCleanupSemantic(d.DiffMain(clip(old), clip(now), true)) {
		list = append(list, views.Piece{Text: part.Text, Out: part.Type == diffmatchpatch.DiffDelete, Put: part.Type == diffmatchpatch.DiffInsert})
	}
	return list
}

func clip(text string) string {
	if len(text) <= longestGap {
		return text
	}
	return strings.ToValidUTF8(text[:longestGap], "") + "…"
}
