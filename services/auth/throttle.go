package auth

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"net/netip"
	"time"

	"github.com/google/uuid"

	"stoa/generated/db"
	"stoa/internal/errs"
)

// throttle allows a number of attempts within a window. The counters stand in the database, so that
// they hold for all instances.
type throttle struct {
	bucket string
	limit  int32
	window time.Duration
}

func loginByAccount(email string) throttle {
	return throttle{"login:account:" + digest(email), 10, 15 * time.Minute}
}

func loginByAddress(address string) throttle {
	return throttle{"login:address:" + network(address), 100, 15 * time.Minute}
}

func registerByAddress(address string) throttle {
	return throttle{"register:address:" + network(address), 50, time.Hour}
}

func passwordByUser(user uuid.UUID) throttle {
	return throttle{"password:" + user.String(), 10, 15 * time.Minute}
}

// throttle counts an attempt and refuses it beyond the limit.
func (s *Service) throttle(ctx context.Context, t throttle) error {
	row, err := db.New(s.doors.System()).HitThrottle(ctx, db.HitThrottleParams{Bucket: t.bucket, WindowSeconds: t.window.Seconds()})
	if err != nil || row.Attempts <= t.limit {
		return err
	}
	minutes := int(time.Until(row.ResetsAt).Minutes()) + 1
	return errs.New(errs.TooMany, "Too many attempts. Try again in %d min.", minutes)
}

// network is what one customer of a provider has: an address, and of IPv6 a whole /64.
func network(address string) string {
	a, err := netip.ParseAddr(address)
	if err != nil {
		return address
	}
	if a = a.Unmap().WithZone(""); a.Is6() {
		return netip.PrefixFrom(a, 64).Masked().String()
	}
	return a.String()
}

func digest(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:16])
}
