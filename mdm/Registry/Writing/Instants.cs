namespace IntegrationHub.Mdm.Registry.Writing;

/// <summary>Instants are whole microseconds in UTC everywhere: what one store rounds and another keeps would differ after a restart.</summary>
internal static class Instants
{
    public static DateTimeOffset Whole(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    public static DateTimeOffset? Whole(DateTimeOffset? at) => at is { } known ? Whole(known) : null;
}
