using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Survivorship;

/// <summary>Survivorship as a pure function: (parts, overrides, policy, permitted sources) to surviving values and their reasons.</summary>
/// <remarks>No clock, no arrival order, no database: any permutation of the parts gives the same record.</remarks>
public sealed class SurvivorshipEngine(SurvivorshipPolicy policy)
{
    private static readonly Dictionary<string, SurvivingAttribute> Catalogue =
        SurvivingAttributes.All.ToDictionary(attribute => attribute.Name, StringComparer.Ordinal);

    public SurvivorshipPolicy Policy => policy;

    /// <summary>The record that survives.</summary>
    /// <param name="parts">Live parts of one person, in any order.</param>
    /// <param name="overrides">The steward's layer; of two for one group the later speaks.</param>
    /// <param name="permitted">Connections that may speak; null for all.</param>
    public Survivor Settle(IReadOnlyList<SurvivorPart> parts, IReadOnlyList<Override> overrides, IReadOnlySet<string>? permitted = null)
    {
        var (standing, excluded) = Divide(parts, permitted);
        var citizen = new Citizen();
        var provenance = new List<Provenance>(10);
        foreach (var group in Groups(standing, overrides))
        {
            var attribute = Attribute(group);
            var contest = Candidates(group, attribute, standing, excluded, overrides);
            if (contest.Count == 0)
            {
                continue;
            }

            var (ranked, rule) = Rank(group, attribute, contest);
            citizen = attribute.Settle(citizen, ranked);
            provenance.Add(new Provenance(group.Attribute, ranked[0].Source, ranked[0].At, rule));
        }

        return new Survivor(citizen, provenance);
    }

    /// <summary>Every candidate of every group that has one, and the rule that decided.</summary>
    public IReadOnlyList<AttributeWhy> Why(IReadOnlyList<SurvivorPart> parts, IReadOnlyList<Override> overrides, IReadOnlySet<string>? permitted = null)
    {
        var (standing, excluded) = Divide(parts, permitted);
        var why = new List<AttributeWhy>();
        foreach (var group in Groups(standing, overrides))
        {
            var attribute = Attribute(group);
            var contest = Candidates(group, attribute, standing, excluded, overrides);
            if (contest.Count == 0)
            {
                continue;
            }

            var (ranked, rule) = Rank(group, attribute, contest);
            IEnumerable<CandidateWhy> shown = ranked.Select(candidate => Shown(candidate, group, attribute, excluded: false));
            var kept = excluded.Where(part => attribute.Said(part.Citizen)).OrderBy(part => part.Key)
                .Select(part => Shown(new Candidate(part.Key, part.ChangedAt, part.Citizen), group, attribute, excluded: true));
            why.Add(new AttributeWhy(group.Attribute, rule, [.. shown, .. kept]));
        }

        return why;
    }

    private static CandidateWhy Shown(Candidate candidate, AttributePolicy group, SurvivingAttribute attribute, bool excluded) => new(
        candidate.Source,
        candidate.At,
        attribute.Copy(new Citizen(), candidate.From),
        [.. group.Rules.Zip(candidate.Scores, (rule, score) => (rule.Name, score))],
        excluded);

    private (IReadOnlyList<SurvivorPart> Standing, IReadOnlyList<SurvivorPart> Excluded) Divide(IReadOnlyList<SurvivorPart> parts, IReadOnlySet<string>? permitted)
    {
        var visible = permitted is null ? parts : [.. parts.Where(part => permitted.Contains(part.Key.Record.Connection))];
        if (!visible.Any(part => policy.Blocked.Contains(part.Citizen.Status)) || visible.All(part => policy.Blocked.Contains(part.Citizen.Status)))
        {
            return (visible, []);
        }

        return ([.. visible.Where(part => !policy.Blocked.Contains(part.Citizen.Status))], [.. visible.Where(part => policy.Blocked.Contains(part.Citizen.Status))]);
    }

    /// <summary>The policy's groups, the declared attributes' line opened into one group for each name that occurs.</summary>
    private IEnumerable<AttributePolicy> Groups(IReadOnlyList<SurvivorPart> parts, IReadOnlyList<Override> overrides)
    {
        foreach (var group in policy.Groups)
        {
            if (group.Attribute != SurvivingAttributes.Extra)
            {
                yield return group;
                continue;
            }

            var names = parts.SelectMany(part => part.Citizen.Extra.Keys).Concat(overrides.SelectMany(o => o.Value.Extra.Keys));
            foreach (var name in names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            {
                yield return group with { Attribute = $"{SurvivingAttributes.Extra}.{name}" };
            }
        }
    }

    private static SurvivingAttribute Attribute(AttributePolicy group) =>
        Catalogue.TryGetValue(group.Attribute, out var known) ? known : SurvivingAttributes.Declared(group.Attribute[(SurvivingAttributes.Extra.Length + 1)..]);

    private static List<Candidate> Candidates(AttributePolicy group, SurvivingAttribute attribute, IReadOnlyList<SurvivorPart> parts, IReadOnlyList<SurvivorPart> excluded, IReadOnlyList<Override> overrides)
    {
        var candidates = new List<Candidate>(parts.Count);
        foreach (var part in parts)
        {
            if (attribute.Said(part.Citizen))
            {
                candidates.Add(new Candidate(part.Key, part.ChangedAt, part.Citizen));
            }
        }

        foreach (var part in excluded)
        {
            if (attribute.Insisted(part.Citizen) is { } insisted)
            {
                candidates.Add(new Candidate(part.Key, part.ChangedAt, insisted));
            }
        }

        var steward = overrides.Count == 0 ? null : overrides
            .Where(entry => entry.Attribute == group.Attribute)
            .OrderByDescending(entry => entry.At).ThenBy(entry => entry.Origin)
            .FirstOrDefault();
        if (steward is not null)
        {
            candidates.Add(new Candidate(null, steward.At, steward.Value, IsOverride: true));
        }

        return candidates;
    }

    private static (IReadOnlyList<Candidate> Ranked, string Rule) Rank(AttributePolicy group, SurvivingAttribute attribute, List<Candidate> candidates)
    {
        if (candidates.Count == 1)
        {
            return (candidates, candidates[0].IsOverride ? "override" : SurvivorshipRules.OnlySource);
        }

        // Most parts of a person agree to the letter: then there is nothing to fold and compare.
        var agreed = candidates.TrueForAll(candidate => attribute.Same(candidate.From, candidates[0].From));
        foreach (var candidate in agreed ? [] : candidates)
        {
            candidate.ValueKey = attribute.Said(candidate.From) ? attribute.Key(candidate.From) : "";
        }

        var contest = new Contest(attribute, candidates, group.Trust);
        foreach (var candidate in candidates)
        {
            var scores = new long[group.Rules.Count];
            for (var i = 0; i < scores.Length; i++)
            {
                scores[i] = group.Rules[i].Score(candidate, contest);
            }

            candidate.Scores = scores;
        }

        candidates.Sort(Candidate.Compare);
        return (candidates, Decided(group, candidates));
    }

    /// <summary>The first rule after which only candidates of one value remain.</summary>
    private static string Decided(AttributePolicy group, List<Candidate> ranked)
    {
        var best = ranked[0];
        var remaining = ranked;
        if (remaining.TrueForAll(candidate => candidate.ValueKey == best.ValueKey))
        {
            return SurvivorshipRules.Unanimous;
        }

        for (var i = 0; i < group.Rules.Count; i++)
        {
            remaining = remaining.FindAll(candidate => candidate.Scores[i] == best.Scores[i]);
            if (remaining.TrueForAll(candidate => candidate.ValueKey == best.ValueKey))
            {
                return group.Rules[i].Name;
            }
        }

        return SurvivorshipRules.StableTie;
    }
}
