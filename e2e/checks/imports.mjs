import { cruise } from 'dependency-cruiser'
import rules from './dependency-cruiser.cjs'

/** @typedef {{ rule: string, comment: string, from: string, to: string }} Violation */

/**
 * @param {string} baseDir the folder that holds src
 * @param {readonly string[]} folders
 * @returns {Promise<{ modules: number, violations: readonly Violation[] }>}
 */
export async function importViolations(baseDir, folders) {
  const { exclude, enhancedResolveOptions, ...options } = rules.options
  const { output } = await cruise(
    [...folders],
    { ...options, exclude, baseDir, validate: true, ruleSet: { forbidden: rules.forbidden } },
    enhancedResolveOptions,
  )
  if (typeof output === 'string') throw new Error(output)
  const { summary } = output
  return {
    modules: summary.totalCruised,
    violations: summary.violations.map(({ rule, from, to, cycle }) => ({
      rule: rule.name,
      comment: rules.forbidden.find((one) => one.name === rule.name)?.comment ?? '',
      from,
      to: cycle ? cycle.map((step) => step.name).join(' > ') : to,
    })),
  }
}
