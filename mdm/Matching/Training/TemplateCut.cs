using IntegrationHub.Mdm.Matching.Comparing;
using IntegrationHub.Mdm.Matching.Documents;

namespace IntegrationHub.Mdm.Matching.Training;

/// <summary>A template with some of its comparisons only. What vetoes asked of the others is silent now.</summary>
internal static class TemplateCut
{
    private const ushort SilentBit = 1 << Comparator.Silent;

    public static ModelSettings To(ModelSettings template, List<int> kept) => template with
    {
        Comparisons = [.. kept.Select(c => template.Comparisons[c])],
        Identity = [.. template.Identity.Where(kept.Contains).Select(c => kept.IndexOf(c))],
        Vetoes = [.. template.Vetoes
            .Where(v => v.When.All(w => kept.Contains(w.Comparison) || (w.Levels & SilentBit) != 0))
            .Select(v => v with { When = Moved(v.When, kept), Unless = Moved(v.Unless, kept) })
            .Where(v => v.When.Length > 0)],
    };

    private static (int, ushort)[] Moved((int Comparison, ushort Levels)[] conditions, List<int> kept) =>
        [.. conditions.Where(c => kept.Contains(c.Comparison)).Select(c => (kept.IndexOf(c.Comparison), c.Levels))];
}
