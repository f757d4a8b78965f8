package tail

import (
	"strings"

	"github.com/google/uuid"
)

// The kinds of a record's events.
const (
	Created = "created"
	Updated = "updated"
	Deleted = "deleted"
)

// Topic is where the events of one table's rows in one tenant are published: Kind is Created, Updated or
// Deleted, ID the row's. Whoever hears of a row reads it anew; after an update it may be out of sight.
func Topic(tenant uuid.UUID, table string) string {
	return "resource:" + tenant.String() + ":" + table
}

// RowTopic is where the events of a single row are published too, for a page that shows nothing else.
func RowTopic(tenant uuid.UUID, table string, row uuid.UUID) string {
	return Topic(tenant, table) + ":" + row.String()
}

// ParentTopic is where the events of the rows that belong to one row of another table are published too, of a table that is
// @realtime(by: column): the column holds the parent. A row that moves is told to both.
func ParentTopic(tenant uuid.UUID, table string, parent uuid.UUID) string {
	return Topic(tenant, table) + ":of:" + parent.String()
}

// Table is the table that such a topic is about; ok is false for topics of another kind.
func Table(topic string) (table string, ok bool) {
	parts := strings.Split(topic, ":")
	if len(parts) < 3 || parts[0] != "resource" {
		return "", false
	}
	return parts[2], true
}
