using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Host.Texts;

/// <summary>What went wrong, in the reader's language: connectors say it in English, and the usual codes have a sentence in the resource files.</summary>
public static class FailureWords
{
    /// <summary>The system's own message in the language where there is one; else the code's sentence; else the detail.</summary>
    public static string Of(Words words, Failure failure) => failure.Message?.In(words.Culture) ?? Of(words, failure.Code, failure.Detail);

    /// <param name="words">The language.</param>
    /// <param name="code">Stable code; null where nothing failed.</param>
    /// <param name="detail">What the connector said; a sentence may hold it, where it names a file, an address or figures.</param>
    public static string Of(Words words, string? code, string? detail) =>
        words.Find($"failure.{code}") is not { } sentence ? detail ?? code ?? "" : string.Format(words.Culture, sentence, detail);
}
