import { describe, expect, test } from 'vitest'
import { detectDialect } from './detect'

const likeliest = (text: string, fileName?: string) => detectDialect(text, fileName)[0]?.dialect

describe('the dialect of a text', () => {
  test.each([
    ['postgres', '--\n-- PostgreSQL database dump\n--\nCREATE TABLE a (b integer);'],
    [
      'postgres',
      'create table a (id bigserial primary key, at timestamptz not null default now(), tags text[]);',
    ],
    ['mysql', '-- MySQL dump 10.13  Distrib 8.0.36\nCREATE TABLE `a` (`b` int);'],
    ['mysql', 'CREATE TABLE a (id INT UNSIGNED AUTO_INCREMENT PRIMARY KEY) ENGINE=InnoDB;'],
    ['mysql', 'create table `a` (`b` int);'],
    [
      'mariadb',
      '/*M!999999\\- enable the sandbox mode */\n-- MariaDB dump 10.19\nCREATE TABLE `a` (`b` int(11));',
    ],
    [
      'mariadb',
      '-- phpMyAdmin SQL Dump\n-- Server version: 10.4.28-MariaDB\nCREATE TABLE `a` (`b` int(11)) ENGINE=InnoDB;',
    ],
    ['sqlite', 'PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\nCREATE TABLE a (b);\nCOMMIT;'],
    ['sqlite', 'CREATE TABLE "a" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "b" varchar)'],
    ['sqlite', 'CREATE TABLE [a] ([b] NVARCHAR(10));'],
    ['sqlserver', 'CREATE TABLE [dbo].[a] ([b] [int] IDENTITY(1,1) NOT NULL)\r\nGO\r\n'],
    ['sqlserver', 'SET ANSI_NULLS ON\nGO\nCREATE TABLE a (b uniqueidentifier)\nGO\n'],
    ['oracle', 'CREATE TABLE a (b VARCHAR2(10 CHAR), c NUMBER(10,0) DEFAULT 1 NOT NULL ENABLE)\n/\n'],
    ['redshift', 'create table a (b integer encode az64) diststyle key distkey (b) sortkey (b);'],
    ['snowflake', 'create or replace table a (b number(38,0), c variant, d timestamp_ntz);'],
  ] as const)('is %s', (dialect, text) => {
    expect(likeliest(text)).toBe(dialect)
  })

  test('comes with what speaks for it', () => {
    expect(detectDialect('CREATE TABLE a (b int AUTO_INCREMENT) ENGINE=InnoDB')[0]?.reasons).toEqual([
      'ENGINE=',
      'AUTO_INCREMENT',
    ])
  })

  test('is told by the file’s name when nothing else tells', () => {
    expect(detectDialect('CREATE TABLE a (b int)')).toEqual([])
    expect(likeliest('CREATE TABLE a (b int)', 'schema.sqlite.sql')).toBe('sqlite')
    expect(likeliest('-- for Oracle 19\nCREATE TABLE a (b int)')).toBe('oracle')
  })
})
