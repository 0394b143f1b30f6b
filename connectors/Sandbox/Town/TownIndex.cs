using IntegrationHub.Connectors.Sandbox.Town.Population;
using IntegrationHub.Connectors.Sandbox.Town.Systems;

namespace IntegrationHub.Connectors.Sandbox.Town;

/// <summary>Where each family's records start in each system's count: all that is held of a town.</summary>
internal sealed class TownIndex
{
    private readonly Starts[] systems = [.. Enum.GetValues<TownSystem>().Select(_ => new Starts())];

    private TownIndex() { }

    public Starts Rows { get; } = new();

    public int People { get; private set; }

    public int Families { get; private set; }

    public Starts Records(TownSystem system) => systems[(int)system];

    public static TownIndex Build(TownSettings settings, FamilyMaker families, Planner planner, int? familiesBefore)
    {
        if (settings is { People: null, Records: null } || settings.Records < 1 || settings.People < 1 || settings.Systems.Count == 0)
        {
            throw new ArgumentException("A town needs a number of people or of records, and at least one system.", nameof(settings));
        }

        var index = new TownIndex();
        var limit = familiesBefore is { } known ? known + (int)(known * Coverage.NewcomersInAMonth) + 1 : int.MaxValue;
        while (familiesBefore is null ? !index.Enough(settings) : index.Families < limit)
        {
            index.Add(families.At(index.Families), planner, settings);
        }

        return index;
    }

    private bool Enough(TownSettings settings) => settings.Records is { } rows ? Rows.Total >= rows : People >= settings.People;

    private void Add(Family family, Planner planner, TownSettings settings)
    {
        Span<int> counts = stackalloc int[systems.Length];
        var rows = 0;
        foreach (var entry in planner.Plan(family))
        {
            if (settings.Systems.Contains(entry.System))
            {
                counts[(int)entry.System]++;
                rows += entry.People.Count;
            }
        }

        for (var system = 0; system < systems.Length; system++)
        {
            systems[system].Add(counts[system]);
        }

        Rows.Add(rows);
        People += family.People.Count;
        Families++;
    }
}
