package knowledge

import (
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"strings"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"stoa/handlers/web"
	"stoa/internal/errs"
	"stoa/services/knowledge"
	views "stoa/views/knowledge"
)

const mostFiles = 200 // of one upload

// upload takes several files and pasted text. Each file stands for itself: what is refused is told, the others are taken.
func (h *Handlers) upload(c *web.Call[AddInput, AddOutput]) error {
	form := views.UploadProps{Title: c.FormValue("title"), Text: c.FormValue("text"), Collection: c.FormValue("collection"), Errors: map[string]string{}}
	collection, err := optionalID(form.Collection)
	if err != nil {
		form.Errors["collection"] = "There is no such collection."
		return h.showList(c, http.StatusUnprocessableEntity, form)
	}
	files, err := uploads(c, form)
	if err != nil {
		return err
	}
	if len(files) == 0 {
		form.Errors["file"] = "Choose a file, or paste text."
		return h.showList(c, http.StatusUnprocessableEntity, form)
	}
	taken, same, err := h.take(c, files, collection, nil, form.Errors)
	if err != nil {
		return err
	}
	if len(form.Errors) > 0 {
		return h.showList(c, http.StatusUnprocessableEntity, form)
	}
	h.site.Flash(c, told(taken, same))
	return c.Redirect(http.StatusSeeOther, "/knowledge")
}

// uploads are the files of a form, each read when its turn comes, and the pasted text as one of them.
func uploads(c echo.Context, form views.UploadProps) ([]func() (knowledge.Upload, error), error) {
	var list []func() (knowledge.Upload, error)
	if m := c.Request().MultipartForm; m != nil {
		if len(m.File["file"]) > mostFiles {
			return nil, errs.New(errs.TooLarge, "At most %d files can be uploaded at once.", mostFiles)
		}
		for _, f := range m.File["file"] {
			if f.Filename != "" || f.Size > 0 { // else a form without a chosen file
				list = append(list, func() (knowledge.Upload, error) { return read(f) })
			}
		}
	}
	if strings.TrimSpace(form.Text) != "" {
		list = append(list, func() (knowledge.Upload, error) { return pasted(form.Title, form.Text), nil })
	}
	return list, nil
}

// pasted is text as a file, by its title or else its first line.
func pasted(title, text string) knowledge.Upload {
	name := strings.TrimSpace(title)
	if name == "" {
		name, _, _ = strings.Cut(strings.TrimSpace(text), "\n")
		name = strings.TrimSpace(string([]rune(name)[:min(60, len([]rune(name)))]))
	}
	return knowledge.Upload{Name: strings.ReplaceAll(name, "/", "-") + ".txt", Title: title, Data: []byte(text)}
}

func read(f *multipart.FileHeader) (knowledge.Upload, error) {
	file, err := f.Open()
	if err != nil {
		return knowledge.Upload{}, err
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, knowledge.MaxFile+1)) // one more tells that it is too large
	return knowledge.Upload{Name: f.Filename, Data: data}, err
}

// take hands files over one by one; why one was refused goes into problems.
func (h *Handlers) take(c echo.Context, files []func() (knowledge.Upload, error), collection, document *uuid.UUID, problems map[string]string) (taken, same int, err error) {
	for _, file := range files {
		f, err := file()
		if err != nil {
			return taken, same, err
		}
		f.Collection, f.Document = collection, document
		done, err := h.knowledge.Upload(c.Request().Context(), person(c), f)
		switch fields := errs.FieldsOf(err); {
		case err == nil && done.Same:
			same++
		case err == nil:
			taken++
		case len(fields) > 0:
			for name, text := range fields {
				problems[name] = strings.TrimSpace(problems[name] + " " + text)
			}
		default:
			return taken, same, err
		}
	}
	return taken, same, nil
}

func told(taken, same int) string {
	var parts []string
	if taken == 1 {
		parts = append(parts, "The document was added. It can be found as soon as it is read.")
	} else if taken > 1 {
		parts = append(parts, fmt.Sprintf("%d documents were added. They can be found as soon as they are read.", taken))
	}
	if same == 1 {
		parts = append(parts, "One was here already, byte for byte.")
	} else if same > 1 {
		parts = append(parts, fmt.Sprintf("%d were here already, byte for byte.", same))
	}
	return strings.Join(parts, " ")
}

func (h *Handlers) uploadVersion(c echo.Context) error {
	id, err := web.ID(c, "id")
	if err != nil {
		return err
	}
	files, err := uploads(c, views.UploadProps{Text: c.FormValue("text"), Title: c.FormValue("title")})
	if err != nil {
		return err
	}
	problems := map[string]string{}
	if len(files) != 1 {
		problems["file"] = "Choose one file."
	} else if _, _, err := h.take(c, files, nil, &id, problems); err != nil {
		return err
	}
	if len(problems) > 0 {
		return h.showDocument(c, http.StatusUnprocessableEntity, id, "", problems)
	}
	h.site.Flash(c, "The new version was added. It is found as soon as it is read.")
	return c.Redirect(http.StatusSeeOther, path(id))
}
