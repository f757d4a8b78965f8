-- +goose Up

-- The people of a company become a resource: lists by role and by when they joined.

-- accepted: LOCK: nobody can write to memberships while the index is built
CREATE INDEX memberships_role ON memberships (tenant_id, role, id);

-- accepted: LOCK: nobody can write to memberships while the index is built
CREATE INDEX memberships_created ON memberships (tenant_id, created_at, id);

COMMENT ON COLUMN memberships.role IS 'Members chat and see what their own calls cost. Admins also invite people, change their roles and see all costs. Owners may do everything.';

COMMENT ON TABLE memberships IS 'The people of your company.';
