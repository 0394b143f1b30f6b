namespace IntegrationHub.Host.Web.Views;

/// <summary>A stretch of text that the other side has too, or has not.</summary>
public sealed record TextRun(string Text, bool Differs);
