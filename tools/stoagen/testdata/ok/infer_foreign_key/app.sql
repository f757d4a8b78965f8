-- @resource
CREATE TABLE folders (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  name text NOT NULL,
  parent_id uuid,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, parent_id) REFERENCES folders (tenant_id, id)
);
-- @resource
CREATE TABLE things (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  folder_id uuid NOT NULL,
  author uuid,  -- @options(label: "{user_id.name} <{user_id.email}>", limit: 50)
  reviewer_id uuid REFERENCES users (id) ON DELETE SET NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, folder_id) REFERENCES folders (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, author) REFERENCES memberships (tenant_id, user_id) ON DELETE SET NULL (author)
);
