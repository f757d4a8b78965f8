package pg

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype"
)

// registerTypes makes times come out in UTC, whatever the machine's zone, and ids without a detour by text.
func registerTypes(_ context.Context, conn *pgx.Conn) error {
	types := conn.TypeMap()
	register := func(name string, oid, arrayOID uint32, codec pgtype.Codec) {
		element := &pgtype.Type{Name: name, OID: oid, Codec: codec}
		types.RegisterType(element)
		types.RegisterType(&pgtype.Type{Name: "_" + name, OID: arrayOID, Codec: &pgtype.ArrayCodec{ElementType: element}})
	}
	register("timestamptz", pgtype.TimestamptzOID, pgtype.TimestamptzArrayOID, &pgtype.TimestamptzCodec{ScanLocation: time.UTC})
	register("uuid", pgtype.UUIDOID, pgtype.UUIDArrayOID, uuidCodec{})
	// For statements that are sent without being prepared first, where nobody knows the parameters' types.
	types.RegisterDefaultPgType(uuid.UUID{}, "uuid")
	types.RegisterDefaultPgType([]uuid.UUID{}, "_uuid")
	return nil
}

// uuidCodec reads and writes uuid.UUID in PostgreSQL's binary form; everything else is pgx's own business.
type uuidCodec struct{ pgtype.UUIDCodec }

// PlanEncode implements pgtype.Codec.
func (c uuidCodec) PlanEncode(m *pgtype.Map, oid uint32, format int16, value any) pgtype.EncodePlan {
	if _, ok := value.(uuid.UUID); ok && format == pgtype.BinaryFormatCode {
		return encodeUUID{}
	}
	return c.UUIDCodec.PlanEncode(m, oid, format, value)
}

// PlanScan implements pgtype.Codec.
func (c uuidCodec) PlanScan(m *pgtype.Map, oid uint32, format int16, target any) pgtype.ScanPlan {
	if _, ok := target.(*uuid.UUID); ok && format == pgtype.BinaryFormatCode {
		return scanUUID{}
	}
	return c.UUIDCodec.PlanScan(m, oid, format, target)
}

type encodeUUID struct{}

// Encode implements pgtype.EncodePlan.
func (encodeUUID) Encode(value any, buf []byte) ([]byte, error) {
	id := value.(uuid.UUID) //nolint:forcetypeassert // PlanEncode has looked
	return append(buf, id[:]...), nil
}

type scanUUID struct{}

// Scan implements pgtype.ScanPlan; NULL is an error, as it is for every type that cannot hold it.
func (scanUUID) Scan(src []byte, dst any) error {
	id := dst.(*uuid.UUID) //nolint:forcetypeassert // PlanScan has looked
	if len(src) != len(id) {
		return fmt.Errorf("cannot scan %d bytes into a uuid", len(src))
	}
	copy(id[:], src)
	return nil
}
