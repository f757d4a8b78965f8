package crud

import (
	"context"

	"stoa/internal/plugin"
	"stoa/internal/resource"
	"stoa/internal/session"
)

// Rest mounts the resources that no plugin has mounted and wanted lets through, as they were generated. It has to be the
// last plugin.
func (e *Engine) Rest(all []resource.Resource, wanted func(table string) bool) plugin.Plugin {
	p := plugin.Named("resources")
	var mounted []resource.Resource
	p.Routes = func(routes plugin.Routes) {
		for _, r := range all {
			if e.byTable[r.Table] == nil && wanted(r.Table) { // one that is off stays unmounted, and its rows grow old
				Mount(e, routes, r, Overrides[any]{})
				mounted = append(mounted, r)
			}
		}
	}
	p.Nav = func(ctx context.Context, who *session.Principal) (groups []plugin.NavGroup, err error) {
		for _, r := range mounted {
			group, err := e.Nav(r)(ctx, who)
			if err != nil {
				return nil, err
			}
			groups = append(groups, group...)
		}
		return groups, nil
	}
	return p
}
