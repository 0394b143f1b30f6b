namespace IntegrationHub.Connectors.Abstractions.Connections;

/// <summary>The moment a clock on the wall shows a time.</summary>
internal static class LocalMoment
{
    /// <summary>A time that a clock change skips is the moment the clock jumps to; of one it repeats, the first.</summary>
    public static DateTimeOffset Of(DateTime local, TimeZoneInfo zone)
    {
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(1);
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset);
    }
}
