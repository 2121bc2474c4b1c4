import { endpointsOfCategory, type Catalog, type Category } from '@leastscope/scope-catalog';
import { describeCategory, sourcesOf, tierWords } from './describe.js';
import type { Page } from './page.js';

export function categoryPage(category: Category, catalog: Catalog): Page {
  const { id } = category;
  const endpoints = endpointsOfCategory(catalog, id);
  const purposes = catalog.purposes
    .filter(({ needs }) => needs.includes(id))
    .map(({ kind, title }) => [`${kind}: ${title}`]);
  return {
    title: id,
    subtitle: `category of data, ${tierWords[category.tier]}`,
    paragraphs: [category.title, category.definition, category.notes],
    lists: [
      { title: 'May hold', items: category.holds.map((held) => [describeCategory(held, catalog)]) },
      { title: 'Needed by these purposes', items: purposes },
      {
        title: 'Delivered by these endpoints',
        items: endpoints.map((endpoint) => [
          endpoint.categories.primary.includes(id) ? endpoint.id : `${endpoint.id} (comes along)`,
        ]),
      },
      {
        title: 'Called so elsewhere',
        items: [
          [`Fideslang ${category.fideslangKey}`],
          [`DPV ${category.dpvTerm}`],
          [`Shopify protected customer data level ${category.shopifyLevel}`],
        ],
      },
    ],
    sources: sourcesOf(category),
  };
}
