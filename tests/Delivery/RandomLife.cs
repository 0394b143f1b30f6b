using IntegrationHub.Hub.Writing;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry;
using IntegrationHub.Mdm.Registry.Absorbing;
using IntegrationHub.Mdm.Registry.Stewardship;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Tests.Delivery;

/// <summary>What happens in a small town: sources tell of people, stewards merge and split, some are restricted, released, erased.</summary>
internal sealed class RandomLife(RegistryWriter writer, IRegistryReader reader, int seed)
{
    private const int People = 80;
    private static readonly Order Steward = new("steward:test");
    private static readonly string[] Names = ["Kervadec", "Lemarchand", "Ouedraogo", "Dubreuil", "Nguyen", "Castaing", "Baptiste", "Zidane", "Quemeneur"];
    private static readonly string[] Given = ["Maëlys", "Tanguy", "Aminata", "Yvonne", "Corentin", "Solène", "Ghislaine", "Ronan", "Perrine", "Anatole", "Inès"];
    private readonly Random _random = new(seed);

    /// <summary>One move, committed when it returns.</summary>
    public async Task StepAsync(CancellationToken cancellationToken)
    {
        var rows = await reader.ReadGoldensAsync(null, 1000, cancellationToken);
        var live = rows.Where(row => row.Golden.State == GoldenState.Active).Select(row => row.Golden).ToList();
        var move = live.Count < 10 ? 0 : _random.Next(20);
        await writer.DoAsync((registry, token) => MoveAsync(move, registry, rows, live, token), cancellationToken);
    }

    private async Task<bool> MoveAsync(int move, CitizenRegistry registry, IReadOnlyList<GoldenRow> rows, List<GoldenRecord> live, CancellationToken cancellationToken)
    {
        switch (move)
        {
            case < 11:
                await registry.AbsorbAsync(Page(registry.State.Page + 1), cancellationToken);
                break;
            case < 14:
                await registry.MergeAsync(Pick(live).Id, Pick(live).Id, Steward, cancellationToken);
                break;
            case < 16 when live.Where(golden => golden.Members.Count > 1).ToList() is { Count: > 0 } wide && Pick(wide) is var golden:
                await registry.SplitAsync(golden.Id, [golden.Members[_random.Next(golden.Members.Count)]], Steward, cancellationToken);
                break;
            case < 17:
                await registry.RestrictAsync(Pick(live).Id, cancellationToken);
                break;
            case < 18 when rows.Where(row => row.Golden.State == GoldenState.Restricted).ToList() is { Count: > 0 } restricted:
                await registry.ReleaseAsync(Pick(restricted).Golden.Id, cancellationToken);
                break;
            case < 19 when _random.Next(2) == 0:
                await registry.EraseAsync(Pick(live).Id, cancellationToken);
                break;
            default:
                await registry.OverrideAsync(Pick(live).Id, "usageName", new Citizen { UsageName = $"Usage {_random.Next(9)}" }, Steward, cancellationToken);
                break;
        }

        return true;
    }

    private RegistryPage Page(long version)
    {
        var connection = _random.Next(2) == 0 ? "crm" : "portail";
        var people = Enumerable.Range(0, 1 + _random.Next(3)).Select(_ => _random.Next(People)).Distinct();
        return new RegistryPage { Connection = connection, Records = [.. people.Select(person => Arrive(connection, person, version))] };
    }

    private Arrival Arrive(string connection, int person, long version)
    {
        var citizen = new Citizen
        {
            BirthName = Names[person % Names.Length],
            GivenNames = [Given[person % Given.Length]],
            BirthDate = new PartialDate(1930 + person, 1 + (person % 12), 1 + (person * 5 % 28)),
            Emails = [new ContactPoint($"someone{person}.{_random.Next(3)}@town.example")],
        };
        var key = new RecordKey(connection, $"{connection}-{person}");
        return new Arrival(new MappedRecord { Key = key, Version = new SourceVersion(version, ""), Citizens = [new CitizenPart("", citizen)] }, "{}"u8.ToArray());
    }

    private T Pick<T>(IReadOnlyList<T> list) => list[_random.Next(list.Count)];
}
