using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Goldens;
using IntegrationHub.Mdm.Registry.Json;
using IntegrationHub.Mdm.Registry.Survivorship;
using IntegrationHub.Mdm.Registry.Writing;

namespace IntegrationHub.Mdm.Registry.Stewardship;

/// <summary>Sets and clears a steward's own values: a layer beside the sources.</summary>
internal sealed class Overriding(Writer writer)
{
    /// <param name="value">A citizen that carries the group's value alone; null clears the override.</param>
    public Task<OrderResult> SetAsync(GoldenId golden, string attribute, Citizen? value, Order order, CancellationToken cancellationToken)
    {
        var group = Group(attribute);
        return writer.RunAsync<OrderResult>(
            async work =>
            {
                var row = await work.FindCurrentAsync(golden, cancellationToken);
                if (row is null || row.Golden.State != GoldenState.Active)
                {
                    return new OrderResult.Refused(row is null ? Refusal.Unknown : Refusal.NotActive, []);
                }

                var before = OverrideJson.Read(row.Overrides);
                var overrides = before.Where(entry => entry.Attribute != attribute).ToList();
                if (value is not null)
                {
                    overrides.Add(new Override(attribute, group.Alone(value), order.By, work.At, row.Golden.Id));
                }
                else if (overrides.Count == before.Count)
                {
                    return new OrderResult.Refused(Refusal.AlreadySo, []);
                }

                var parts = await work.FindLiveAsync(row.Golden.Members, cancellationToken);
                var survivor = writer.Engine.Settle([.. parts.Select(part => new SurvivorPart(part.Key, part.Citizen, part.ChangedAt))], overrides);
                var next = row.Golden with { Version = row.Golden.Version + 1, Citizen = survivor.Citizen, Provenance = survivor.Provenance };
                if (GoldenRows.Stage(work, row, next, overrides))
                {
                    GoldenRows.Tell(work, ChangeKind.Updated, next, row, [next.Id], "steward:override");
                }

                return new OrderResult.Done([], work.Changes);
            },
            cancellationToken);
    }

    private static SurvivingAttribute Group(string attribute)
    {
        if (attribute.StartsWith($"{SurvivingAttributes.Extra}.", StringComparison.Ordinal) && attribute.Length > SurvivingAttributes.Extra.Length + 1)
        {
            return SurvivingAttributes.Declared(attribute[(SurvivingAttributes.Extra.Length + 1)..]);
        }

        return SurvivingAttributes.All.FirstOrDefault(known => known.Name == attribute) ?? throw new ArgumentException(
            $"unknown attribute '{attribute}'; did you mean '{NearestWord.Of(attribute, [.. SurvivingAttributes.All.Select(known => known.Name)])}'?", nameof(attribute));
    }
}
