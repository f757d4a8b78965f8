-- @resource(label: "Gadget", plural: "Gadgets", path: "tools/gadgets", icon: lock, nav: "Work",
--           order: 3, title: "{name} in {folder_id.name}", parent: folders, ops: [list, get, create])
CREATE TABLE things (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  name text NOT NULL,
  folder_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, folder_id) REFERENCES folders (tenant_id, id)
);

-- @internal
CREATE TABLE folders (
  tenant_id uuid NOT NULL, id uuid NOT NULL, name text NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
