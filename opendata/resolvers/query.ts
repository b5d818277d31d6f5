import { recordNoneShown, recordUnpublished, unpublishedOf } from "../changes/record-reads";
import type { QueryResolvers } from "../generated/types";

export const query: QueryResolvers = {
  async changes(_, { after, first, filter, includeUnpublished }, { loaders, identity, write }) {
    const page = await loaders.changes.listChanges({
      after,
      first,
      ...filter,
      unpublishedOf: includeUnpublished ? identity : null,
    });
    if (unpublishedOf(page.nodes).length > 0) {
      await write((statements) => recordUnpublished(statements, "changes", page.nodes));
    } else if (includeUnpublished) {
      await write((statements) => recordNoneShown(statements, "changes", filter?.owners));
    }
    return { ...page, nodes: page.nodes.map((change) => ({ ...change, isWhole: includeUnpublished })) };
  },
  webhooks: (_, { source }, { loaders }) => loaders.webhooks.listWebhooks(source),
};
